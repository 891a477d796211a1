import type { TextMark } from './mark.ts';

/** How a text is set: what its width depends on. */
export type TextStyle = Pick<TextMark, 'size' | 'font' | 'weight'>;

/** Advance widths of IBM Plex Sans in 1/1000 em for U+0020 to U+007E: regular, semibold (medium is narrower). */
const regular = widths(
	'236 284 419 713 598 927 694 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 600 600 600 292 292 600 600 600 477 ' +
		'891 641 653 621 671 583 559 695 707 400 510 634 501 812 707 708 606 708 640 581 572 678 609 891 613 593 580 317 383 317 600 565 ' +
		'600 534 580 503 580 549 324 528 568 250 250 527 272 873 568 560 580 580 367 487 351 568 492 768 507 499 464 343 314 343 600'
);
const semibold = widths(
	'236 309 471 656 600 960 713 260 337 337 556 600 299 402 299 437 600 600 600 600 600 600 600 600 600 600 319 319 600 600 600 493 ' +
		'899 672 663 642 689 600 577 712 719 423 545 678 521 817 719 712 641 712 664 611 580 689 638 949 655 632 599 329 437 329 600 559 ' +
		'600 559 600 513 600 558 350 545 588 275 275 562 294 888 588 563 600 600 393 499 374 588 524 819 544 524 502 363 376 363 600'
);
const others: Readonly<Record<string, number>> = {
	'–': 588,
	'—': 780,
	'…': 869,
	'’': 292,
	'“': 517,
	'”': 517,
	'×': 600,
	'·': 349
};
/** What the fonts don't have comes from the system's, as wide beside either. */
const borrowed: Readonly<Record<string, number>> = { '→': 1000, '✕': 838 };

const monoAdvance = 600;
const fullWidth = 1000;

function widths(list: string): readonly number[] {
	return list.split(' ').map(Number);
}

/** East Asian characters and symbols fill an em in either font. */
function isFullWidth(codePoint: number): boolean {
	return codePoint >= 0x2e80;
}

/** Width of a text in px, within a few percent, without a font at hand. */
export function textWidth(text: string, { size, font, weight = 400 }: TextStyle): number {
	let sum = 0;
	for (const character of text) {
		const codePoint = character.codePointAt(0)!;
		const other = borrowed[character];
		if (other !== undefined) sum += other;
		else if (isFullWidth(codePoint)) sum += fullWidth;
		else if (font === 'mono') sum += monoAdvance;
		else {
			const table = weight === 400 ? regular : semibold;
			sum += table[codePoint - 32] ?? others[character] ?? 640;
		}
	}
	return (sum * size) / 1000;
}

/** The text if it fits, else as much of its beginning as fits before an ellipsis. */
export function fitText(text: string, maxWidth: number, style: TextStyle): string {
	if (textWidth(text, style) <= maxWidth) return text;
	const room = maxWidth - textWidth('…', style);
	let fits = '';
	let width = 0;
	for (const character of text) {
		width += textWidth(character, style);
		if (width > room) break;
		fits += character;
	}
	return room < 0 ? '' : `${fits.trimEnd()}…`;
}

/** The text in lines that fit: broken at spaces, between full-width characters, and inside a word that is too long. */
export function wrapText(text: string, maxWidth: number, style: TextStyle): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/gu) ?? []) {
		if (textWidth(line + piece.trimEnd(), style) <= maxWidth) {
			line += piece;
			continue;
		}
		if (line.trim()) lines.push(line.trimEnd());
		line = piece.trimStart();
		while (textWidth(line, style) > maxWidth && line.length > 1) {
			let cut = line.length - 1;
			while (cut > 1 && textWidth(line.slice(0, cut), style) > maxWidth) cut--;
			lines.push(line.slice(0, cut));
			line = line.slice(cut);
		}
	}
	if (line.trim()) lines.push(line.trimEnd());
	return lines.length > 0 ? lines : [''];
}
