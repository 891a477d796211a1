import { expect, moment, open, test } from './lesson-page.ts';

const inspector = 'Inspector';

test('a press on a thing shows what it is at this moment, and why', async ({ page }) => {
	await open(page);
	await page.keyboard.press('End');
	await page.locator('[data-subject="object:/registry/pods/default/web"]').first().click();
	const panel = page.getByRole('complementary', { name: inspector });
	await expect(panel).toContainText('kind: Pod');
	await expect(panel).toContainText('nodeName: worker-');
	await panel.getByRole('tab', { name: 'History' }).click();
	await expect(panel.getByRole('listitem').first()).toContainText('created');
	await panel.getByRole('tab', { name: 'Why?' }).click();
	const last = panel.getByRole('listitem').last();
	await expect(last).toContainText('Typed: kubectl run web --image=web:v1');
	const end = await moment(page);
	await last.getByRole('button').click();
	await expect.poll(() => moment(page)).toBeLessThan(end);
});

test('a thing is inspected with the keyboard alone', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Inspect scheduler' }).focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('complementary', { name: inspector });
	await expect(panel.getByRole('heading')).toHaveText('scheduler');
	await expect(panel).toBeFocused();
	await panel.getByRole('tab', { name: 'Facts' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(panel.getByRole('tab', { name: 'Why?' })).toBeFocused();
	await expect(panel.getByRole('tab', { name: 'Why?' })).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Inspect scheduler' })).toBeFocused();
});

test('the chart of a machine has its current state lit', async ({ page }) => {
	await open(page);
	await page.keyboard.press('End');
	await page.getByRole('button', { name: 'Inspect api-server' }).press('Enter');
	await page.getByRole('tab', { name: 'Chart' }).click();
	const chart = page.getByRole('img', { name: /now in/ });
	await expect(chart).toContainText('authentication');
	await expect(chart.locator('.lit')).toHaveCount(1);
});

test('the sequence shows the same messages under the same play head', async ({ page }) => {
	await open(page, '/lessons/create-pod/');
	const marks = page.locator('.marks');
	// On to the moment at which the answer is on its way.
	await page.getByRole('button', { name: 'Next beat' }).click({ clickCount: 3 });
	for (let i = 0; i < 20 && !(await marks.textContent())?.includes('201 Created'); i++) {
		await page.getByRole('button', { name: 'Next event' }).click();
	}
	const at = await moment(page);
	await page.getByRole('button', { name: 'Sequence' }).click();
	await expect(marks).toContainText('201 Created');
	expect(await moment(page)).toBe(at);
});
