import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{grantsOf}from"./chunk-QW5P5KZZ.js";import"./chunk-DMXJDTSJ.js";import"./chunk-FPZHRFTX.js";import"./chunk-S6IW3I64.js";import"./chunk-6BLXKYRB.js";import"./chunk-GOTXEMBU.js";export{grantsOf};
