import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{annotations,github}from"./chunk-GCWTXHRS.js";import"./chunk-LXW2SNHD.js";import"./chunk-T7A7DD36.js";import"./chunk-Q6WKNOKY.js";import"./chunk-GOTXEMBU.js";export{annotations,github};
