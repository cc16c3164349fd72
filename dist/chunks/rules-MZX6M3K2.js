import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import{readOptions,wordOption}from"./chunk-QJDXLODW.js";import{loadRuleBook}from"./chunk-6LSWHFIC.js";import{ConfigError}from"./chunk-DNBWWOMU.js";import"./chunk-S6IW3I64.js";import"./chunk-GOTXEMBU.js";async function rules(terminal){let options=readOptions(terminal.args,{format:{type:"string"}}),format=wordOption(options,"format",["text","json","markdown"])??"text",[word]=options.positionals;if(word!==void 0)throw new ConfigError(`rules lists all of them and takes no name; try: oke-policy explain ${word}`);let{rules:list}=await loadRuleBook(terminal.dist);return terminal.out(FORMATS[format](list)),0}var FORMATS={text:list=>{let width=Math.max(...list.map(({id})=>id.length));return`${list.map(({id,severity,requirements,title,enabled})=>`${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}${requirements.length===0?"":` (${requirements.join(", ")})`}${enabled?"":" \u2014 off by default"}`).join(`
`)}
`},json:list=>`${JSON.stringify(list.map(summary),null,2)}
`,markdown:list=>`| Rule | Severity | Requirements | Title |
|---|---|---|---|
${list.map(({id,severity,requirements,title})=>`| [${id}](docs/rules/${id}.md) | ${severity} | ${requirements.join(", ")} | ${title} |`).join(`
`)}
`};function summary({id,severity,requirements,title,description,remediation,domain,target,enabled}){return{id,severity,requirements,title,description,remediation,domain,target,enabled}}export{rules};
