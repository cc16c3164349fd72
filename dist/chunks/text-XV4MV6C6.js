import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{text}from"./chunk-IGLFPBS6.js";import"./chunk-DK7RVPRV.js";import"./chunk-LXW2SNHD.js";import"./chunk-T7A7DD36.js";import"./chunk-Q6WKNOKY.js";import"./chunk-GOTXEMBU.js";export{text};
