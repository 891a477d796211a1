import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from './lesson-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		for (const [what, keys] of [
			['the stage', []],
			['the end of the story', ['End']],
			['the sequence', ['End', 's']],
			['the editor', ['e']],
			['the keys', ['?']]
		] as const) {
			test(`axe finds nothing wrong with ${what}`, async ({ page }) => {
				await open(page);
				for (const key of keys) await page.keyboard.press(key);
				if (what === 'the editor') await expect(page.locator('.cm-editor')).toBeVisible();
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual(
					[]
				);
			});
		}

		for (const panel of [null, 'Settings', 'Rollout']) {
			test(`axe finds nothing wrong with the comparison, ${panel ?? 'no panel'} open`, async ({
				page
			}) => {
				await open(page, '/compare/#at=12000');
				if (panel) await page.getByRole('button', { name: panel }).click();
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual(
					[]
				);
			});
		}

		test('axe finds nothing wrong with the inspector', async ({ page }) => {
			await open(page);
			await page.getByRole('button', { name: /Inspect etcd/ }).press('Enter');
			for (const tab of await page.getByRole('tab').all()) {
				await tab.click();
				const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
				expect(violations.map(({ id, nodes }) => [id, ...nodes.map((n) => n.html)])).toEqual([]);
			}
		});
	});
}
