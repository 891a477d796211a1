import type { Page } from '@playwright/test';
import { expect, test } from './lesson-page.ts';

/** The comparison at a moment, paused. */
async function compare(page: Page, state = 'at=12000'): Promise<void> {
	await page.goto(`/compare/#${state}`);
	await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
}

const caption = (page: Page) => page.locator('.caption');
const time = (page: Page) => page.locator('.time');

test('both strategies run under the same requests, and only Recreate goes dark', async ({
	page
}) => {
	await compare(page, 'at=9500');
	await expect(caption(page)).toContainText('Recreate is dark');
	await expect(caption(page)).toContainText('RollingUpdate has 3 of 4 ready and has lost 0');
	await page.keyboard.press('End');
	await expect(caption(page)).toContainText(/RollingUpdate took [\d.]+ s and lost/);
	await expect(caption(page)).toContainText(/Recreate took [\d.]+ s, was dark for [\d.]+ s/);
	await expect(caption(page)).toContainText('never ran two versions at once');
});

test('a setting re-runs both at once and keeps the place', async ({ page }) => {
	await compare(page);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('slider', { name: /replicas/ }).fill('6');
	await expect(page.locator('.marks')).toContainText('6 of 6');
	await expect(time(page)).toHaveText('12.000 s');
});

test('a surge that makes no sense gets the API server’s own words, and what is on stays on', async ({
	page
}) => {
	await compare(page);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByLabel('maxSurge').fill('abc');
	await expect(page.getByRole('alert')).toContainText('spec.strategy.rollingUpdate.maxSurge');
	await expect(page.locator('.marks')).toContainText('Deployment web');
	await page.getByLabel('maxSurge').fill('2');
	await expect(page.getByRole('alert')).toBeEmpty();
});

test('a broken version: RollingUpdate holds the line, Recreate is dark, undo brings both back', async ({
	page
}) => {
	await compare(page);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByLabel(/v2 is broken/).check();
	await page.keyboard.press('Escape');
	await expect(caption(page)).toContainText('Recreate is dark');
	await expect(caption(page)).toContainText('RollingUpdate has 3 of 4 ready');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('.timeline')).toContainText('rollout undo');
	await page.keyboard.press('End');
	await expect(caption(page)).toContainText('RollingUpdate took');
	await expect(caption(page)).toContainText('Recreate took');
});

test('one strategy alone can be updated at any moment', async ({ page }) => {
	await compare(page, 'at=6000');
	await page.getByRole('button', { name: 'RollingUpdate', exact: true }).click();
	await page.getByRole('button', { name: 'Update to v2' }).click();
	await expect(time(page)).toHaveText('6.000 s');
	await page.keyboard.press('End');
	await expect(caption(page)).toContainText('RollingUpdate took');
	await expect(caption(page)).not.toContainText('Recreate');
});

test('any moment of a lesson can be forked: both futures stand side by side', async ({ page }) => {
	await page.goto('/lessons/create-pod/#at=3500');
	await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
	await page.getByRole('button', { name: 'What if?' }).click();
	await page.getByRole('textbox').fill('kubectl delete pod web');
	await page.getByRole('link', { name: 'Run it here' }).click();
	await expect(page.locator('.marks')).toContainText('As it was');
	await expect(page.locator('.marks')).toContainText('What if');
	await expect(time(page)).toHaveText('3.500 s');
	await page.keyboard.press('End');
	const pods = (side: string) =>
		page.locator(`.marks [data-subject="${side}/object:/registry/pods/default/web"]`);
	await expect(pods('left').first()).toBeVisible();
	await expect(pods('right')).toHaveCount(0);
});

test('a strategy’s own story can be told otherwise, and there is a way back', async ({ page }) => {
	await compare(page, 'at=9000&only=Recreate');
	await page.getByRole('button', { name: 'What if?' }).click();
	await page.getByRole('textbox').fill(`kubectl rollout undo deployment/web`);
	await page.getByRole('link', { name: 'Run it here' }).click();
	await expect(page.locator('.marks')).toContainText('As it was');
	await expect(time(page)).toHaveText('9.000 s');
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(page.locator('.marks')).not.toContainText('As it was');
});

test('the chart of the rollout is beside it, its state lit, with every step’s arithmetic', async ({
	page
}) => {
	await compare(page, 'at=8090&only=RollingUpdate');
	await page.getByRole('button', { name: 'Rollout' }).click();
	await expect(page.locator('aside:visible .lit')).toHaveCount(1);
	await expect(page.locator('aside:visible')).toContainText(
		'desired 4 + surge 1 = 5: scale up new 1 → 2'
	);
	await page.getByRole('button', { name: /scale up new 2 → 3/ }).click();
	await expect(page.locator('aside:visible .lit')).toContainText('scalingUpNew');
});

test('a link restores settings and moment', async ({ page }) => {
	const settings = encodeURIComponent(JSON.stringify({ replicas: 3, preStop: 5 }));
	await compare(page, `at=15000&with=${settings}`);
	await expect(time(page)).toHaveText('15.000 s');
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(page.getByRole('slider', { name: /preStop/ })).toHaveValue('5');
	await page.keyboard.press('End');
	await expect(caption(page)).toContainText('RollingUpdate took');
	await expect(caption(page)).toContainText('lost 0 of');
});
