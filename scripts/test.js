// npm test: with nothing there but Node, installs what is missing, runs every test, and ends with the sum.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.js';
import { install } from './install.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
install();
const { requireBrowser } = await import('./browser.js');
requireBrowser();
buildIfStale();

const folder = mkdtempSync(join(tmpdir(), 'kinetes-test-'));

/**
 * Runs a test tool in the open and reads the report that it leaves.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {string} report
 */
function report(args, env, report) {
	const { status } = spawnSync('npx', [...args], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ...env }
	});
	try {
		return { failed: status !== 0, results: JSON.parse(readFileSync(report, 'utf8')) };
	} catch {
		return { failed: true, results: {} };
	}
}

const unitReport = join(folder, 'unit.json');
const unit = report(
	['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
	{},
	unitReport
);
const browserReport = join(folder, 'browser.json');
const browser = report(
	['playwright', 'test', '--reporter=list,json'],
	{ PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
	browserReport
);

const passed = (unit.results.numPassedTests ?? 0) + (browser.results.stats?.expected ?? 0);
let failed =
	(unit.results.numFailedTests ?? 0) +
	(browser.results.stats?.unexpected ?? 0) +
	(browser.results.stats?.flaky ?? 0);
// A tool that could not even begin has failed too.
if (failed === 0 && (unit.failed || browser.failed)) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
