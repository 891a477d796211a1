import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-500.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-600.css';
import '../app.css';
import { mount } from 'svelte';
import { data } from 'virtual:single-data';
import SinglePage from './SinglePage.svelte';

/** Brings the lessons in small into the page, where pictures can refer to them. */
function placeMiniatures(): void {
	const parsed = new DOMParser().parseFromString(data.miniatures, 'image/svg+xml');
	const sprite = document.importNode(parsed.documentElement, true);
	sprite.classList.add('unseen');
	sprite.setAttribute('aria-hidden', 'true');
	document.body.append(sprite);
}

placeMiniatures();
mount(SinglePage, { target: document.body });
