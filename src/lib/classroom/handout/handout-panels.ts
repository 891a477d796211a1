import type { Story } from '../export/story.ts';
import type { Question } from '../prediction/question.ts';

/** A picture of the handout: a beat, as it is seen a little after it began. */
export interface HandoutPanel {
	/** Cluster time of the picture, ms. */
	readonly atMs: number;
	/** Cluster time of the beat, ms. */
	readonly beatMs: number;
	readonly label: string;
	/** What is asked before this picture. */
	readonly questions: readonly NumberedQuestion[];
}

export interface NumberedQuestion extends Question {
	readonly number: number;
}

/** What a beat begins has then come to pass, ms of screen time. */
const laterMs = 600;

/** One panel a beat; several beats at the same moment are one. */
export function handoutPanels({
	beats,
	questions,
	tempo
}: Pick<Story, 'beats' | 'questions' | 'tempo'>): HandoutPanel[] {
	const numbered = questions.map((question, i) => ({ ...question, number: i + 1 }));
	const moments = beats.filter(({ atMs }, i) => atMs !== beats[i + 1]?.atMs);
	return moments.map(({ atMs, label }, i) => {
		const nextMs = moments[i + 1]?.atMs;
		const end = nextMs === undefined ? tempo.durationMs : tempo.toScreen(nextMs) - 1;
		const from = i === 0 ? -Infinity : (moments[i - 1]?.atMs ?? -Infinity);
		const last = i === moments.length - 1;
		return {
			atMs: tempo.toCluster(
				Math.max(tempo.toScreen(atMs), Math.min(tempo.toScreen(atMs) + laterMs, end))
			),
			beatMs: atMs,
			label,
			questions: numbered.filter(
				(question) => question.stopMs > from && (last || question.stopMs <= atMs)
			)
		};
	});
}
