import { defineMessages } from '../define-messages.ts';

/** Words of a write that is shown field by field; they come with the picture, not with the page. */
export const insideMerge = defineMessages(
	{
		'merge.none': 'The next write is shown here',
		'merge.way.create': 'create',
		'merge.way.replace': 'replace',
		'merge.way.apply': 'apply',
		'merge.way.patch': 'patch',
		'merge.way.server-side': 'server-side apply',
		'merge.last': 'last applied',
		'merge.live': 'live',
		'merge.file': 'file',
		'merge.patch': 'patch',
		'merge.result': 'result',
		'merge.more': 'and {count} fields more',
		'merge.versions': 'generation {generation} · resourceVersion {version}'
	},
	{
		'merge.none': '下一次寫入會在這裡攤開',
		'merge.way.create': 'create',
		'merge.way.replace': 'replace',
		'merge.way.apply': 'apply',
		'merge.way.patch': 'patch',
		'merge.way.server-side': '伺服器端 apply',
		'merge.last': '上次套用',
		'merge.live': '線上',
		'merge.file': '檔案',
		'merge.patch': '修補',
		'merge.result': '結果',
		'merge.more': '另有 {count} 個欄位',
		'merge.versions': 'generation {generation} · resourceVersion {version}'
	},
	{
		'merge.none': '下一次写入会在这里摊开',
		'merge.way.create': 'create',
		'merge.way.replace': 'replace',
		'merge.way.apply': 'apply',
		'merge.way.patch': 'patch',
		'merge.way.server-side': '服务器端 apply',
		'merge.last': '上次应用',
		'merge.live': '线上',
		'merge.file': '文件',
		'merge.patch': '补丁',
		'merge.result': '结果',
		'merge.more': '另有 {count} 个字段',
		'merge.versions': 'generation {generation} · resourceVersion {version}'
	}
);
