import { defineMessages } from '../define-messages.ts';

/** Words of who has heard how far; they come with the picture, not with the page. */
export const insideWatches = defineMessages(
	{
		'watches.title': 'Changes of Pods, and who has heard how far',
		'watches.store': 'etcd: revision {revision}',
		'watches.lists': 'lists',
		'watches.watches': 'watches',
		'watches.from': 'from {version}',
		'watches.bookmark': 'bookmark',
		'watches.cut': 'cut off',
		'watches.gone': '410 Gone',
		'watches.behind': '{version}, {behind} behind',
		'watches.own': '{version}, only its own'
	},
	{
		'watches.title': 'Pod 的變化，以及誰聽到了哪裡',
		'watches.store': 'etcd：修訂 {revision}',
		'watches.lists': '列出',
		'watches.watches': '監看中',
		'watches.from': '從 {version}',
		'watches.bookmark': '書籤',
		'watches.cut': '斷線',
		'watches.gone': '410 Gone',
		'watches.behind': '{version}，落後 {behind}',
		'watches.own': '{version}，只聽自己的'
	},
	{
		'watches.title': 'Pod 的变化，以及谁听到了哪里',
		'watches.store': 'etcd：修订 {revision}',
		'watches.lists': '列出',
		'watches.watches': '监视中',
		'watches.from': '从 {version}',
		'watches.bookmark': '书签',
		'watches.cut': '断线',
		'watches.gone': '410 Gone',
		'watches.behind': '{version}，落后 {behind}',
		'watches.own': '{version}，只听自己的'
	}
);
