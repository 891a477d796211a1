import { locales, matchLocale, type Locale } from '#lib/i18n/locale.ts';
import { keptChoice } from './kept-choice.ts';

export type Theme = 'light' | 'dark';

/** What a person chose for themselves; it outlives the page, and a link may override it for one visit. */
export class Settings {
	locale = $state<Locale>('en');
	/** Undefined: as the system says. */
	theme = $state<Theme>();
	/** Light, strong, with thick lines and large type, for the back of a room; wins over the theme. */
	projector = $state(false);
	reducedMotion = $state(false);
	/** The page stands in another one, see embed.css. */
	embedded = $state(false);
	/** Letters, digits and signs are keys (WCAG 2.1.4). */
	letterKeys = $state(true);
	/** Play stops where a question is asked. */
	asks = $state(true);
	/** The page is shown to a class: nothing but the picture and large captions. */
	presenting = $state(false);
	/** Type and lines are large. */
	readonly large = $derived(this.projector || this.presenting);

	/** A story plays by itself when it is opened. */
	get begins(): boolean {
		return !this.reducedMotion && !this.embedded;
	}

	/** Reads what was chosen before; only in a browser. */
	restore(): void {
		const locale = keptChoice.read('locale');
		this.locale = locales.find((each) => each === locale) ?? matchLocale(navigator.languages);
		const theme = keptChoice.read('theme');
		if (theme === 'light' || theme === 'dark') this.theme = theme;
		this.projector = keptChoice.read('projector') === 'true';
		this.letterKeys = keptChoice.read('letterKeys') !== 'false';
		this.asks = keptChoice.read('asks') !== 'false';
		this.embedded = document.documentElement.hasAttribute('data-embed');
		this.reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
	}

	chooseLocale(locale: Locale): void {
		this.locale = locale;
		keptChoice.write('locale', locale);
	}

	/** A projector's picture is light: whoever wants another theme leaves it. */
	toggleTheme(): void {
		if (this.projector) {
			this.toggleProjector();
			this.theme = 'light';
		}
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
		const theme = settings.projector ? 'projector' : settings.theme;
		if (theme) root.dataset.theme = theme;
		else delete root.dataset.theme;
		root.toggleAttribute('data-large', settings.large);
		root.toggleAttribute('data-presenting', settings.presenting);
	});
}
