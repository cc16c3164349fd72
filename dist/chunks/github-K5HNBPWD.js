import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{annotations,annotationsPerLevel,github}from"./chunk-4DEZX6WI.js";import"./chunk-EQ5FVZ2Z.js";import"./chunk-Q6WKNOKY.js";import"./chunk-T7A7DD36.js";import"./chunk-GOTXEMBU.js";export{annotations,annotationsPerLevel,github};
