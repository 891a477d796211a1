import { defineConfig } from '@playwright/test';
import { browserArgs, requireBrowser } from './scripts/browser.js';

const port = 4317;

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	// A slow or busy machine is no failure.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	use: {
		baseURL: `http://localhost:${port}`,
		viewport: { width: 1280, height: 720 },
		// Only the tests of working offline want what is kept for that.
		serviceWorkers: 'block',
		launchOptions: { executablePath: requireBrowser(), args: browserArgs }
	},
	webServer: {
		command: 'node scripts/start.js',
		env: { PORT: String(port) },
		url: `http://localhost:${port}/`,
		timeout: 120_000
	}
});
