import type { MessageKey } from '#lib/i18n/message.ts';
import type { Lesson, LessonId } from './lesson.ts';

/** A line of the list of lessons; the lesson itself comes when it is asked for. */
export interface LessonEntry {
	readonly id: LessonId;
	readonly chapter: MessageKey;
	readonly title: MessageKey;
	load(): Promise<Lesson>;
}

/** In the order in which they are best taken. */
export const lessonEntries: readonly LessonEntry[] = [
	{
		id: 'anatomy',
		chapter: 'lesson.chapter.architecture',
		title: 'lesson.anatomy.title',
		load: async () => (await import('./anatomy/lesson.ts')).anatomy
	},
	{
		id: 'create-pod',
		chapter: 'lesson.chapter.architecture',
		title: 'lesson.create-pod.title',
		load: async () => (await import('./create-pod/lesson.ts')).createPod
	},
	{
		id: 'pod-phases',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.pod-phases.title',
		load: async () => (await import('./pod-phases/lesson.ts')).podPhases
	},
	{
		id: 'image-pull',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.image-pull.title',
		load: async () => (await import('./image-pull/lesson.ts')).imagePull
	},
	{
		id: 'crash-loop',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.crash-loop.title',
		load: async () => (await import('./crash-loop/lesson.ts')).crashLoop
	},
	{
		id: 'probes',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.probes.title',
		load: async () => (await import('./probes/lesson.ts')).probes
	},
	{
		id: 'hooks',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.hooks.title',
		load: async () => (await import('./hooks/lesson.ts')).hooks
	},
	{
		id: 'termination',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.termination.title',
		load: async () => (await import('./termination/lesson.ts')).termination
	},
	{
		id: 'endpoint-race',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.endpoint-race.title',
		load: async () => (await import('./endpoint-race/lesson.ts')).endpointRace
	},
	{
		id: 'labels',
		chapter: 'lesson.chapter.controllers',
		title: 'lesson.labels.title',
		load: async () => (await import('./labels/lesson.ts')).labels
	},
	{
		id: 'replicaset',
		chapter: 'lesson.chapter.controllers',
		title: 'lesson.replicaset.title',
		load: async () => (await import('./replicaset/lesson.ts')).replicaSet
	},
	{
		id: 'scale',
		chapter: 'lesson.chapter.controllers',
		title: 'lesson.scale.title',
		load: async () => (await import('./scale/lesson.ts')).scale
	},
	{
		id: 'gc',
		chapter: 'lesson.chapter.controllers',
		title: 'lesson.gc.title',
		load: async () => (await import('./gc/lesson.ts')).gc
	},
	{
		id: 'rolling-update',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.rolling-update.title',
		load: async () => (await import('./rolling-update/lesson.ts')).rollingUpdate
	},
	{
		id: 'recreate',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.recreate.title',
		load: async () => (await import('./recreate/lesson.ts')).recreate
	},
	{
		id: 'bad-rollout',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.bad-rollout.title',
		load: async () => (await import('./bad-rollout/lesson.ts')).badRollout
	},
	{
		id: 'pause-resume',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.pause-resume.title',
		load: async () => (await import('./pause-resume/lesson.ts')).pauseResume
	},
	{
		id: 'history',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.history.title',
		load: async () => (await import('./history/lesson.ts')).history
	},
	{
		id: 'canary-bluegreen',
		chapter: 'lesson.chapter.rollouts',
		title: 'lesson.canary-bluegreen.title',
		load: async () => (await import('./canary-bluegreen/lesson.ts')).canaryBlueGreen
	},
	{
		id: 'clusterip',
		chapter: 'lesson.chapter.services',
		title: 'lesson.clusterip.title',
		load: async () => (await import('./clusterip/lesson.ts')).clusterIp
	},
	{
		id: 'dns',
		chapter: 'lesson.chapter.services',
		title: 'lesson.dns.title',
		load: async () => (await import('./dns/lesson.ts')).dns
	}
];
