import { readFileSync } from 'node:fs';
import { argv, exit, stderr, stdout } from 'node:process';
import type { Result } from '../conformance/outcome.ts';
import { reportOf } from '../conformance/report.ts';
import type { Table } from '../conformance/table.ts';
import { realKubectlFolder } from './real-kubectl.ts';
import { runRealSession } from './run-real-session.ts';

const paths = argv.slice(2).filter((argument) => !argument.startsWith('--'));
const only = argv.find((argument) => argument.startsWith('--case='))?.slice('--case='.length);
const kubectl = realKubectlFolder();
if (paths.length === 0 || kubectl === undefined) {
	stderr.write(
		kubectl === undefined
			? 'the real kubectl is there for Linux on x86-64 only\n'
			: 'usage: npm run -s conformance:serve -- [--skipped] [--case=NAME] FILE...\n'
	);
	exit(2);
}
const results: Result[] = [];
for (const path of paths) {
	const table = JSON.parse(readFileSync(path, 'utf8')) as Table;
	for (const entry of table.cases) {
		if (only !== undefined && !entry.name.includes(only)) continue;
		stderr.write(`${entry.name}\n`);
		results.push(...(await runRealSession(kubectl, table.table, entry)));
	}
}
const { lines, ok } = reportOf(results, argv.includes('--skipped'));
stdout.write(`${lines.join('\n')}\n`);
exit(ok ? 0 : 1);
