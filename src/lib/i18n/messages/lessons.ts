import { defineMessages } from '../define-messages.ts';

/** Titles, cues and claims of the lessons. */
export const lessons = defineMessages(
	{
		'lesson.chapter.architecture': 'Architecture',
		'lesson.chapter.pods': 'Pods',
		'lesson.anatomy.title': 'What is in a cluster',
		'lesson.create-pod.title': 'From key press to Running',
		'lesson.pod-phases.title': 'Phases and conditions',
		'lesson.image-pull.title': 'When an image won’t come',
		'lesson.termination.title': 'What happens on delete'
	},
	{
		'lesson.chapter.architecture': '架構',
		'lesson.chapter.pods': 'Pod',
		'lesson.anatomy.title': '叢集裡有什麼',
		'lesson.create-pod.title': '從按下按鍵到 Running',
		'lesson.pod-phases.title': '階段與狀況',
		'lesson.image-pull.title': '映像檔拉不下來時',
		'lesson.termination.title': '刪除時發生什麼事'
	},
	{
		'lesson.chapter.architecture': '架构',
		'lesson.chapter.pods': 'Pod',
		'lesson.anatomy.title': '集群里有什么',
		'lesson.create-pod.title': '从按下按键到 Running',
		'lesson.pod-phases.title': '阶段与状况',
		'lesson.image-pull.title': '镜像拉不下来时',
		'lesson.termination.title': '删除时发生什么'
	}
);
