import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{grantChanges}from"./chunk-42IDRTYU.js";import"./chunk-JRKGVKNY.js";import"./chunk-FPZHRFTX.js";import"./chunk-S6IW3I64.js";import"./chunk-6BLXKYRB.js";import"./chunk-GOTXEMBU.js";export{grantChanges};
