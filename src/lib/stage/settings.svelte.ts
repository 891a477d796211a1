import { locales, matchLocale, type Locale } from '#lib/i18n/locale.ts';
import { keptChoice } from './kept-choice.ts';

export type Theme = 'light' | 'dark';

/** What a person chose for themselves; it outlives the page, and a link may override it for one visit. */
export class Settings {
	locale = $state<Locale>('en');
	/** Undefined: as the system says. */
	theme = $state<Theme>();
	/** Everything a third larger, for the back of a room. */
	projector = $state(false);
	reducedMotion = $state(false);
	/** Letters, digits and signs are keys (WCAG 2.1.4). */
	letterKeys = $state(true);
	/** Play stops where a question is asked. */
	asks = $state(true);
	/** The page is shown to a class: nothing but the picture and large captions. */
	presenting = $state(false);

	/** Reads what was chosen before; only in a browser. */
	restore(): void {
		const locale = keptChoice.read('locale');
		this.locale = locales.find((each) => each === locale) ?? matchLocale(navigator.languages);
		const theme = keptChoice.read('theme');
		if (theme === 'light' || theme === 'dark') this.theme = theme;
		this.projector = keptChoice.read('projector') === 'true';
		this.letterKeys = keptChoice.read('letterKeys') !== 'false';
		this.asks = keptChoice.read('asks') !== 'false';
		this.reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
	}

	chooseLocale(locale: Locale): void {
		this.locale = locale;
		keptChoice.write('locale', locale);
	}

	toggleTheme(): void {
		const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
		this.theme = (this.theme ?? system) === 'dark' ? 'light' : 'dark';
		keptChoice.write('theme', this.theme);
	}

	toggleProjector(): void {
		this.projector = !this.projector;
		keptChoice.write('projector', String(this.projector));
	}

	toggleLetterKeys(): void {
		this.letterKeys = !this.letterKeys;
		keptChoice.write('letterKeys', String(this.letterKeys));
	}

	toggleAsks(): void {
		this.asks = !this.asks;
		keptChoice.write('asks', String(this.asks));
	}
}

/** Keeps the document's own attributes as the settings say. */
export function followPreferences(settings: Settings): void {
	$effect(() => {
		const { documentElement: root } = document;
		root.lang = settings.locale;
		if (settings.theme) root.dataset.theme = settings.theme;
		if (settings.projector) root.dataset.size = 'large';
		else delete root.dataset.size;
	});
}
