import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{grantChanges,grantsOf}from"./chunk-NVUBBGJB.js";import"./chunk-DUITEGEW.js";import"./chunk-G73PUG3O.js";import"./chunk-CEJEHIGX.js";import"./chunk-S6IW3I64.js";import"./chunk-GOTXEMBU.js";export{grantChanges,grantsOf};
