import { argv, exit, stderr, stdout } from 'node:process';
import { reportOf } from './report.ts';
import { filesAt, runFile } from './run-file.ts';

const paths = argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (paths.length === 0) {
	stderr.write('usage: npm run -s conformance -- [--skipped] PATH...\n');
	exit(2);
}
const results = paths.flatMap(filesAt).flatMap(runFile);
const { lines, ok } = reportOf(results, argv.includes('--skipped'));
stdout.write(`${lines.join('\n')}\n`);
exit(ok ? 0 : 1);
