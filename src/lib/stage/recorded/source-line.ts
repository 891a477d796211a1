import type { Locale } from '#lib/i18n/locale.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import type { ShippedRecording } from '#lib/source/recorded/shipped-recordings.ts';
import type { TraceHeader } from '#lib/trace/trace.ts';
import type { ShownSource } from './shown.ts';

/** What was recorded, when and on what; empty for a simulation. */
export function sourceLine(
	{ source, kubernetes }: TraceHeader,
	shown: ShownSource,
	recording: ShippedRecording | undefined,
	locale: Locale
): string {
	if (shown === 'simulated') return '';
	if (source?.type !== 'recorded') {
		const what = recordedMessage(locale, 'switch.simulated');
		return shown === 'opened' ? recordedMessage(locale, 'line.opened', { what }) : '';
	}
	const what =
		shown === 'opened' || !recording
			? `${source.story}: ${source.description}`
			: recordedMessage(locale, `line.what.${recording}`);
	const machine =
		source.machine === null
			? recordedMessage(locale, 'line.machine.unknown')
			: recordedMessage(locale, 'line.machine', { machine: source.machine });
	const date =
		source.date === null
			? recordedMessage(locale, 'line.date.unknown')
			: recordedMessage(locale, 'line.date', { date: source.date });
	const { run, runs } = source;
	const said = { what, version: kubernetes, machine, run, runs };
	const between = locale === 'en' ? ' ' : '';
	return [recordedMessage(locale, 'line.recorded', said), date].join(between);
}
