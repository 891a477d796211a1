import { locales } from '#lib/i18n/locale.ts';
import { formatMessage, messageKeys } from '#lib/i18n/message.ts';
import { textWidth, type TextStyle } from '#lib/scene/text-width.ts';
import { expect, test } from './lesson-page.ts';

/** The scene measures without a font at hand. */
const most = 1.04;
const least = 0.9;

const styles: readonly TextStyle[] = [
	{ size: 11, font: 'sans' },
	{ size: 12, font: 'sans', weight: 600 },
	{ size: 15, font: 'sans', weight: 500 },
	{ size: 12, font: 'mono' },
	{ size: 13, font: 'mono', weight: 600 }
];
const machine = [
	'web-679566c4-l2mvm',
	'/registry/pods/default/web',
	'POST …/pods/web/binding',
	'RollingUpdate: 3',
	'revision 215',
	'→ 4',
	'10.244.0.2',
	'ContainerCreating'
];

for (const locale of locales) {
	test(`texts in ${locale} are as wide in the browser as the scene takes them to be`, async ({
		page
	}) => {
		await page.goto(`/lessons/create-pod/#lang=${locale}`);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await expect(page.locator('footer button').first()).toBeEnabled();
		const words = messageKeys
			.filter((key) => /^(scene|beat|compare)\./.test(key))
			.map((key) => formatMessage(locale, key));
		const texts = [...words, ...machine].filter((text) => text.length > 2);
		const asked = texts.flatMap((text) => styles.map((style) => ({ text, style })));
		const measured = await page.evaluate(async (all) => {
			await document.fonts.ready;
			const svg = document.querySelector('.marks');
			const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
			svg?.append(text);
			return all.map(({ text: words, style }) => {
				text.setAttribute('class', `${style.font} w${style.weight ?? 400}`);
				text.setAttribute('font-size', String(style.size));
				text.textContent = words;
				return text.getComputedTextLength();
			});
		}, asked);
		const wrong = asked.flatMap(({ text, style }, i) => {
			const share = measured[i]! / textWidth(text, style);
			return share > most || share < least ? [`${share.toFixed(3)} ${text}`] : [];
		});
		expect(wrong).toEqual([]);
	});
}
