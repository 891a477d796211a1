import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/static-server.js';
import { expect, open, test } from './lesson-page.ts';
import type { Page } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

/** Until everything is kept. */
const whenKept = (page: Page) =>
	page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});

test('without a network a lesson reloads at its moment, and others open', async ({
	page,
	context
}) => {
	await open(page, '/lessons/create-pod/#at=800');
	await whenKept(page);
	await context.setOffline(true);
	await page.reload();
	await expect(page.locator('footer .time')).toHaveText('0.800 s');
	await page.getByRole('button', { name: 'Next beat' }).click();
	await expect(page.locator('footer .time')).not.toHaveText('0.800 s');
	await page.getByText('From key press to Running').first().click();
	await page.getByRole('link', { name: 'When an image won’t come' }).click();
	await expect(page.locator('h1')).toHaveText('When an image won’t come');
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
	await page.goto('/compare/');
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();
});

test('below a path of its own, a new version waits until it is asked for', async ({ page }) => {
	const root = mkdtempSync(join(tmpdir(), 'kinetes-version-'));
	cpSync('build', join(root, 'school'), { recursive: true });
	const { url, close } = await serve(root, 0);
	const { version } = JSON.parse(readFileSync('build/_app/version.json', 'utf8')) as {
		version: string;
	};
	const caches = () => page.evaluate(async () => (await window.caches.keys()).sort());
	await open(page, `${url}school/lessons/create-pod/`);
	await whenKept(page);
	expect(await caches()).toEqual([`kinetes-${version}`]);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled();

	for (const suffix of ['', '.gz']) {
		const file = join(root, `school/service-worker.js${suffix}`);
		const worker = readFileSync('build/service-worker.js', 'utf8').replaceAll(version, 'later');
		if (suffix === '') writeFileSync(file, worker);
		else writeFileSync(file, (await import('node:zlib')).gzipSync(worker));
	}
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect(page.getByText('There is a new version of Kinetes.')).toBeVisible();
	expect(await caches()).toContain(`kinetes-${version}`);
	const reloaded = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Reload' }).click();
	await reloaded;
	await expect.poll(caches).toEqual(['kinetes-later']);
	close();
});
