/*
 * <kinetes-lesson lesson="create-pod" at="1200" lang="zh-Hant"></kinetes-lesson>: a lesson of Kinetes in any page.
 * Needs nothing but this file, from where Kinetes stands. Documented in docs/embedding.md.
 */
(() => {
	const root = new URL('.', document.currentScript.src);

	/** For decks that look at `keyCode`. */
	const keyCodes = {
		Escape: 27,
		' ': 32,
		PageUp: 33,
		PageDown: 34,
		End: 35,
		Home: 36,
		ArrowLeft: 37,
		ArrowUp: 38,
		ArrowRight: 39,
		ArrowDown: 40,
		'.': 190
	};

	class KinetesLesson extends HTMLElement {
		static observedAttributes = ['lesson', 'at', 'lang', 'state'];
		#frame = document.createElement('iframe');
		#hear = ({ source, data }) => {
			if (source === this.#frame.contentWindow && data?.kinetes) this.#told(data);
		};

		constructor() {
			super();
			const looks = new CSSStyleSheet();
			looks.replaceSync(
				':host { display: block; aspect-ratio: 16 / 9 } iframe { display: block; width: 100%; height: 100%; border: 0 }'
			);
			const shadow = this.attachShadow({ mode: 'open' });
			shadow.adoptedStyleSheets = [looks];
			this.#frame.allow = 'fullscreen';
			shadow.append(this.#frame);
		}

		/** Into the lesson, so that its keys work. */
		focus() {
			this.#frame.focus();
		}

		connectedCallback() {
			addEventListener('message', this.#hear);
			this.#show();
		}

		disconnectedCallback() {
			removeEventListener('message', this.#hear);
		}

		attributeChangedCallback() {
			if (this.isConnected) this.#show();
		}

		play() {
			this.#ask({ kinetes: 'play' });
		}

		pause() {
			this.#ask({ kinetes: 'pause' });
		}

		/** To the next beat. */
		next() {
			this.#ask({ kinetes: 'next' });
		}

		/** To the beat before. */
		previous() {
			this.#ask({ kinetes: 'previous' });
		}

		/** To a moment of the story, ms. */
		go(at) {
			this.#ask({ kinetes: 'go', at });
		}

		#show() {
			const lesson = this.getAttribute('lesson') ?? 'create-pod';
			const page = lesson === 'compare' ? 'compare/' : `lessons/${encodeURIComponent(lesson)}/`;
			const state = new URLSearchParams(this.getAttribute('state') ?? '');
			for (const name of ['at', 'lang']) {
				if (this.hasAttribute(name)) state.set(name, this.getAttribute(name));
			}
			const address = new URL(`${page}?embed#${state}`, root).href;
			this.#frame.title = this.getAttribute('title') ?? `Kinetes: ${lesson}`;
			if (this.#frame.src !== address) this.#frame.src = address;
		}

		#ask(order) {
			this.#frame.contentWindow?.postMessage(order, root.origin === 'null' ? '*' : root.origin);
		}

		#told({ kinetes, ...news }) {
			if (kinetes === 'key') this.#press(news);
			else this.dispatchEvent(new CustomEvent(`kinetes-${kinetes}`, { detail: news }));
		}

		/** Gives the page a key that the lesson has no use for, as if it had been pressed here. */
		#press(press) {
			const keyCode = keyCodes[press.key] ?? press.key.toUpperCase().charCodeAt(0);
			this.dispatchEvent(
				new KeyboardEvent('keydown', {
					...press,
					keyCode,
					bubbles: true,
					composed: true,
					cancelable: true
				})
			);
		}
	}

	if (!customElements.get('kinetes-lesson')) {
		customElements.define('kinetes-lesson', KinetesLesson);
	}
})();
