import type { KeyAction } from '#lib/playback/keys.ts';
import type { Playback } from '#lib/stage/playback.svelte.ts';
import { isForDeck } from './deck-keys.ts';
import { readOrder, type DeckNews, type DeckOrder } from './deck-message.ts';

/** Connects what is played with the page around: tells it what happens, obeys it, and hands back its keys. */
export function connectDeck(playback: Playback): () => void {
	// Nothing in it is secret, and who is around is not known.
	const tell = (news: DeckNews) => parent.postMessage(news, '*');

	const orders: { [Name in DeckOrder['kinetes']]: (order: DeckOrder) => void } = {
		play: () => playback.play(),
		pause: () => playback.pause(),
		next: () => playback.stepBeat(1),
		previous: () => playback.stepBeat(-1),
		go: (order) => {
			if (order.kinetes === 'go') playback.goTo((playback.tempo?.startMs ?? 0) + order.at);
		}
	};

	function onmessage({ source, data }: MessageEvent) {
		const order = source === parent && readOrder(data);
		if (order) orders[order.kinetes](order);
	}

	function onkeydown({ key, shiftKey, ctrlKey, altKey, metaKey, defaultPrevented }: KeyboardEvent) {
		if (defaultPrevented) return;
		tell({ kinetes: 'key', key, shiftKey, ctrlKey, altKey, metaKey });
	}

	function deputy(action: KeyAction, key: string): boolean {
		const { screenMs, tempo } = playback;
		if (!isForDeck(action, { screenMs, durationMs: tempo?.durationMs ?? 0 })) return false;
		tell({
			kinetes: 'key',
			key,
			shiftKey: false,
			ctrlKey: false,
			altKey: false,
			metaKey: false
		});
		return true;
	}

	const controller = new AbortController();
	addEventListener('message', onmessage, controller);
	addEventListener('keydown', onkeydown, controller);
	playback.deputies.unshift(deputy);

	const stop = $effect.root(() => {
		$effect(() => {
			const { tempo } = playback;
			if (tempo) tell({ kinetes: 'ready', durationMs: tempo.endMs - tempo.startMs });
		});
		$effect(() => {
			const { tempo, beatMs, phase } = playback;
			if (!tempo) return;
			const { locale } = playback.settings;
			const named = playback.timeline({ width: 1, barHeight: 1, locale })?.ticks;
			const beat = named?.findLast(({ atMs }) => atMs <= beatMs)?.label ?? '';
			tell({ kinetes: 'moment', at: beatMs - tempo.startMs, beat, phase });
		});
	});
	return () => {
		stop();
		controller.abort();
		playback.deputies.splice(playback.deputies.indexOf(deputy), 1);
	};
}
