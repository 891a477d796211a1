import { defineMessages } from '../define-messages.ts';

/** Words of an object and who writes what of it, and of a file that none could be made of. */
export const insideObject = defineMessages(
	{
		'object.none': 'No object has been written by a command yet.',
		'object.you': 'you',
		'object.gone': 'gone',
		'object.not-sent': 'kubectl refuses it: nothing was sent',
		'object.refused': 'The API server refuses it: nothing was stored',
		'object.place': '{file}, line {line}, column {column}'
	},
	{
		'object.none': '還沒有指令寫過物件。',
		'object.you': '你',
		'object.gone': '已不在',
		'object.not-sent': 'kubectl 就拒絕了：什麼都沒送出去',
		'object.refused': 'API Server 拒絕了：什麼都沒存',
		'object.place': '{file}，第 {line} 行，第 {column} 欄'
	},
	{
		'object.none': '还没有命令写过对象。',
		'object.you': '你',
		'object.gone': '已不在',
		'object.not-sent': 'kubectl 就拒绝了：什么都没发出去',
		'object.refused': 'API Server 拒绝了：什么都没存',
		'object.place': '{file}，第 {line} 行，第 {column} 列'
	}
);
