import { defineMessages } from '../define-messages.ts';

/** The chapters of the lessons; the lessons' own words are in their folders. */
export const chapters = defineMessages(
	{
		'lesson.chapter.architecture': 'Architecture',
		'lesson.chapter.pods': 'Pods',
		'lesson.chapter.controllers': 'Controllers',
		'lesson.chapter.rollouts': 'Rollouts',
		'lesson.chapter.services': 'Services',
		'lesson.chapter.using': 'Using a cluster'
	},
	{
		'lesson.chapter.architecture': '架構',
		'lesson.chapter.pods': 'Pod',
		'lesson.chapter.controllers': '控制器',
		'lesson.chapter.rollouts': '推出',
		'lesson.chapter.services': 'Service',
		'lesson.chapter.using': '使用叢集'
	},
	{
		'lesson.chapter.architecture': '架构',
		'lesson.chapter.pods': 'Pod',
		'lesson.chapter.controllers': '控制器',
		'lesson.chapter.rollouts': '发布',
		'lesson.chapter.services': 'Service',
		'lesson.chapter.using': '使用集群'
	}
);
