import { expect, test as base, type Page } from '@playwright/test';

interface Options {
	/** Whether a lesson stops for its questions; where it isn't what a test is about, it doesn't. */
	readonly asks: boolean;
}

/** Playwright itself says so, where a test wants no service worker. */
const blocked = 'Service Worker registration blocked by Playwright';

/** A page that must not complain: an error on its console or a refusal of its security policy fails the test. */
export const test = base.extend<{ page: Page } & Options>({
	asks: [false, { option: true }],
	page: async ({ page, asks }, use) => {
		if (!asks) await page.addInitScript(() => localStorage.setItem('kinetes.asks', 'false'));
		const complaints: string[] = [];
		page.on('console', (said) => {
			const complains = said.type() === 'error' || said.type() === 'warning';
			if (complains && !said.text().includes(blocked)) complaints.push(said.text());
		});
		page.on('pageerror', (error) => complaints.push(String(error)));
		await use(page);
		expect(complaints).toEqual([]);
	}
});

/** Opens a lesson and waits until its cluster has run; it stands still at its start. */
export async function open(page: Page, path = '/lessons/create-pod/'): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(path);
	await expect(page.getByRole('button', { name: 'Next beat' })).toBeEnabled({ timeout: 15_000 });
}

export const slider = (page: Page) => page.getByRole('slider', { name: 'Moment' });

/** Screen time of the play head, ms. */
export async function moment(page: Page): Promise<number> {
	return Number(await slider(page).getAttribute('aria-valuenow'));
}

export { expect };
