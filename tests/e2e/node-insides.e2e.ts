import { expect, open, slider, test } from './lesson-page.ts';

const marks = '.marks';

test('the scheduler’s table goes with the play head, forwards and backwards', async ({ page }) => {
	await open(page, '/lessons/scheduling/#at=4070');
	await expect(page.locator(marks)).toContainText('medium wins: 300 + 200');
	await expect(page.locator(marks)).toContainText('80→100 ×2');
	await page.keyboard.press('End');
	await expect(page.locator(marks)).toContainText('Pod report · cycle 5 of 5');
	await page.keyboard.press('Home');
	await expect(page.locator(marks)).toContainText('No decision yet');
});

test('any cycle is opened from its Pod, by keys alone, and closed with the lesson’s key', async ({
	page
}) => {
	await open(page, '/lessons/scheduling/');
	await page.keyboard.press('End');
	await expect(page.locator(marks)).toContainText('cycle 5 of 5');
	await page.getByRole('button', { name: 'Inspect pod api' }).first().focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Open: scheduling' }).press('Enter');
	await expect(page.getByRole('complementary')).toHaveCount(0);
	await expect(page.locator(marks)).toContainText('Pod api · cycle 1 of 5');
	await page.keyboard.press('o');
	await expect(page.locator(marks)).not.toContainText('cycle 1 of 5');
});

test('a component that is stopped looks it, until it is started', async ({ page }) => {
	await open(page, '/lessons/pending/#at=6900');
	await expect(page.locator(marks)).toContainText('stopped');
	await expect(page.locator(marks)).toContainText('nobody has looked');
	await page.keyboard.press('End');
	await expect(page.locator(marks)).not.toContainText('stopped');
	await expect(slider(page)).toBeVisible();
});

test('a node is opened from its kubelet, in any lesson', async ({ page }) => {
	await open(page, '/lessons/create-pod/');
	await page.keyboard.press('End');
	await page.getByRole('button', { name: 'Inspect kubelet/worker-' }).first().press('Enter');
	await page.getByRole('button', { name: 'Open: on the node' }).click();
	await expect(page.locator(marks)).toContainText('CRI over gRPC');
});
