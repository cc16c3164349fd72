import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{grantChanges,grantsOf}from"./chunk-3XRADHAM.js";import"./chunk-3CVCLPZS.js";import"./chunk-77HGCKPO.js";import"./chunk-CEJEHIGX.js";import"./chunk-S6IW3I64.js";import"./chunk-GOTXEMBU.js";export{grantChanges,grantsOf};
