import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{text}from"./chunk-6L2KWZAD.js";import"./chunk-DK7RVPRV.js";import"./chunk-C2CWMRPR.js";import"./chunk-T7A7DD36.js";import"./chunk-Q6WKNOKY.js";import"./chunk-GOTXEMBU.js";export{text};
