import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/**
 * Runs a command in the open; ends this process with its code when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** Refuses a Node that is too old, and installs the packages when they are missing or older than the lock file. */
export function install() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(`Kinetes needs Node 20.19 or newer; this is ${process.versions.node}.`);
		process.exit(1);
	}
	const installed = 'node_modules/.package-lock.json';
	const fresh =
		existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
	if (fresh) return;
	console.log('Installing packages (once)…');
	run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev']);
}
