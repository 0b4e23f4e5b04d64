/** Lints snippets with the project's own configuration: JSON `[{ filePath, code }]` in, `[[ruleId, message], …]` of each out. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const results = [];
for (const { filePath, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath });
  results.push((result?.messages ?? []).map((message) => [message.ruleId, message.message]));
}
process.stdout.write(JSON.stringify(results));
