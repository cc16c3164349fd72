import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{openCommit}from"./chunk-N2RZDMXX.js";import"./chunk-AHGU3RWE.js";import"./chunk-DNBWWOMU.js";import"./chunk-NIQF76YV.js";import"./chunk-6BLXKYRB.js";import"./chunk-GOTXEMBU.js";export{openCommit};
