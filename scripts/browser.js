import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { attempt } from './install.js';

const names = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome.exe'
];

const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

const isRoot = () => process.getuid?.() === 0;

/** A browser that is there may still lack a library: it counts only if it starts. */
const starts = (/** @type {string} */ path) =>
	existsSync(path) &&
	(process.platform === 'win32' ||
		spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0);

/**
 * A Chromium on this machine: Playwright's own, else the system's.
 * @returns {string | undefined}
 */
export function findBrowser() {
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)));
	return [chromium.executablePath(), ...onPath, ...elsewhere].find(starts);
}

/** What a Chromium needs to run unattended; its sandbox refuses to run as root. */
export const browserArgs = [
	...(isRoot() ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-background-networking'
];

/**
 * Finds a Chromium, or gets one: Playwright's own where it can be downloaded, else Debian's as root; else says what to
 * do and gives up.
 * @returns {string}
 */
export function requireBrowser() {
	const here = findBrowser();
	if (here) return here;
	console.log('No Chromium here: downloading the one that Playwright brings…');
	attempt('npx', ['playwright', 'install', '--no-shell', 'chromium'], {
		PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000'
	});
	const downloaded = findBrowser();
	if (downloaded) return downloaded;
	if (isRoot() && existsSync('/usr/bin/apt-get')) {
		console.log('Installing Chromium with apt-get…');
		attempt('apt-get', ['update']);
		attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
			DEBIAN_FRONTEND: 'noninteractive'
		});
	}
	const installed = findBrowser();
	if (installed) return installed;
	console.error(
		[
			'',
			'The tests in a browser need Chromium or Chrome, and none could be found or installed here.',
			'Install one (on Debian and Ubuntu: sudo apt-get install chromium; elsewhere: https://www.chromium.org/getting-involved/download-chromium/),',
			'or run `npx playwright install --with-deps chromium` where its download can be reached. Then run `npm test` again.'
		].join('\n')
	);
	process.exit(1);
}
