import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/**
 * Runs a command in the open; true when it went well.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env beside this process's own
 */
export function attempt(command, args, env = {}) {
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ...env }
	});
	return status === 0;
}

/**
 * Runs a command in the open; ends this process when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, args) {
	if (!attempt(command, args)) process.exit(1);
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
	if (attempt('npm', ['ci', '--silent', '--include=dev'])) return;
	// A lock file made on one platform may lack another's binaries, which `npm ci` refuses and `npm install` looks up.
	run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev']);
}
