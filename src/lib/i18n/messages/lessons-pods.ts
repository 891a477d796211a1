import { defineMessages } from '../define-messages.ts';

/** Lessons on Pods: restarts, probes, hooks, endings. */
export const podLessons = defineMessages(
	{
		'lesson.crash-loop.title': 'CrashLoopBackOff',
		'lesson.probes.title': 'Startup, liveness, readiness',
		'lesson.hooks.title': 'postStart and preStop',
		'lesson.endpoint-race.title': 'Deleted while it is being asked',
		'lesson.crash-loop.ended':
			'The process ended with an error. The Pod stays: same name, same IP, same node.',
		'lesson.crash-loop.again':
			'restartPolicy Always: the kubelet starts the container again, at once.',
		'lesson.crash-loop.waits': 'The second time it waits: 10 s first, then 20, 40, 80, 160.',
		'lesson.crash-loop.word':
			'CrashLoopBackOff is a word of the STATUS column. The Pod’s phase is Running all the while.',
		'lesson.crash-loop.cap':
			'300 s is the longest wait. After ten minutes without an end the count would begin anew.',
		'lesson.crash-loop.policies':
			'Two others: OnFailure, which ends well, and Never, which ends with an error.',
		'lesson.crash-loop.phases':
			'Neither is started again: one is Succeeded, one is Failed. Only Always never comes to an end.',
		'lesson.probes.readiness':
			'Readiness by exec: as long as the file is there, the command ends with 0, and the Pod is ready.',
		'lesson.probes.unready':
			'The file is gone, two tries failed: not ready. But Running, and not restarted.',
		'lesson.probes.endpoints':
			'What readiness is for: the Service sends nothing there until the probe succeeds again.',
		'lesson.probes.liveness':
			'Now liveness, asked each second from the second second on. Three failures in a row are too many.',
		'lesson.probes.restarted':
			'Liveness failed, so the container was ended and started again. A wrong probe here makes a healthy program die.',
		'lesson.probes.startup':
			'A slow start: until its startup probe succeeds, liveness and readiness are not even asked.',
		'lesson.probes.passed':
			'It listens. From now on liveness and readiness ask, and the startup probe never again.',
		'lesson.probes.ways':
			'Four ways of asking: exec runs a command, httpGet wants 200 to 399, tcpSocket a connection, grpc a health service.',
		'lesson.hooks.post-start':
			'postStart runs beside the program’s own start. Until it has ended the container does not count as running.',
		'lesson.hooks.ready':
			'The hook took 2 s, and only then did the API hear of a running container.',
		'lesson.hooks.pre-stop':
			'preStop runs first, and SIGTERM waits for it. The grace period has begun already.',
		'lesson.hooks.sigterm': 'preStop took 2 s of the 10. Now the program itself is asked to end.',
		'lesson.hooks.fails': 'This Pod’s postStart ends with 1, a second after the start.',
		'lesson.hooks.killed':
			'A postStart that fails ends its container, though the program itself was well.',
		'lesson.hooks.again':
			'It is started again, and fails again, with longer and longer waits: a hook that fails is a crash.',
		'lesson.endpoint-race.before':
			'Three Pods answer for one Service. One of them is deleted while requests come in.',
		'lesson.endpoint-race.both':
			'Two things begin at once: the endpoint is taken from the list, and the node ends the process.',
		'lesson.endpoint-race.lost':
			'The process ended at once: lost is what it was answering, and whatever the rules still lead there.',
		'lesson.endpoint-race.again': 'The same again, with a Pod whose preStop sleeps for 3 s.',
		'lesson.endpoint-race.waits':
			'While preStop sleeps the program still answers, and every kube-proxy has time to write its rules anew.',
		'lesson.endpoint-race.none':
			'Gone, and no request was lost. A program that ends in good order helps as well.'
	},
	{
		'lesson.crash-loop.title': 'CrashLoopBackOff',
		'lesson.probes.title': '啟動、存活、就緒',
		'lesson.hooks.title': 'postStart 與 preStop',
		'lesson.endpoint-race.title': '有請求時被刪除',
		'lesson.crash-loop.ended': '行程以錯誤結束。Pod 還在：同名、同 IP、同節點。',
		'lesson.crash-loop.again': 'restartPolicy 是 Always：kubelet 立刻再啟動容器。',
		'lesson.crash-loop.waits': '第二次就要等：先 10 秒，再 20、40、80、160 秒。',
		'lesson.crash-loop.word': 'CrashLoopBackOff 是 STATUS 欄的用詞。Pod 的階段一直是 Running。',
		'lesson.crash-loop.cap': '最長等 300 秒。若連續十分鐘沒有結束，就重新算起。',
		'lesson.crash-loop.policies': '另外兩個：OnFailure 的正常結束，Never 的以錯誤結束。',
		'lesson.crash-loop.phases':
			'兩個都不再啟動：一個 Succeeded，一個 Failed。只有 Always 沒有盡頭。',
		'lesson.probes.readiness': '用 exec 問就緒：檔案在，命令就以 0 結束，Pod 就緒。',
		'lesson.probes.unready': '檔案沒了，連續兩次失敗：未就緒。Running 是另一回事，什麼也不重啟。',
		'lesson.probes.endpoints': '就緒探針的用處：再次成功之前，Service 不會把請求送去那裡。',
		'lesson.probes.liveness': '接著是存活探針，第二秒起每秒問一次。連續三次失敗就太多了。',
		'lesson.probes.restarted':
			'存活探針失敗，容器被結束再啟動。探針寫錯了，好好的程式也會因此死去。',
		'lesson.probes.startup': '啟動得慢：啟動探針成功之前，存活和就緒連問都不問。',
		'lesson.probes.passed': '它開始聽了。從此由存活和就緒探針來問，啟動探針不再出現。',
		'lesson.probes.ways':
			'四種問法：exec 執行命令，httpGet 要 200 到 399，tcpSocket 要連得上，grpc 問健康服務。',
		'lesson.hooks.post-start': 'postStart 和程式自己的啟動並行。它結束之前，容器不算在執行。',
		'lesson.hooks.ready': '掛鉤用了 2 秒，之後 API 才得知容器在執行。',
		'lesson.hooks.pre-stop': '先執行 preStop，SIGTERM 等著它。寬限期已經開始算了。',
		'lesson.hooks.sigterm': '10 秒裡 preStop 用去 2 秒。現在才請程式自行結束。',
		'lesson.hooks.fails': '這個 Pod 的 postStart 在啟動一秒後以 1 結束。',
		'lesson.hooks.killed': 'postStart 失敗，容器就被結束，儘管程式本身好好的。',
		'lesson.hooks.again': '再啟動，再失敗，等得一次比一次久：掛鉤失敗等於當掉。',
		'lesson.endpoint-race.before': '一個 Service 由三個 Pod 回答。請求進來時，刪掉其中一個。',
		'lesson.endpoint-race.both': '兩件事同時開始：端點移出名單，節點結束行程。',
		'lesson.endpoint-race.lost': '行程立刻結束：正在回答的丟了，規則還引向那裡的也丟了。',
		'lesson.endpoint-race.again': '再來一次，這個 Pod 的 preStop 會睡 3 秒。',
		'lesson.endpoint-race.waits': 'preStop 睡著時程式仍在回答，每個 kube-proxy 都有時間重寫規則。',
		'lesson.endpoint-race.none': '走了，一個請求也沒丟。靠的是這段停頓；程式自己有序收尾也有幫助。'
	},
	{
		'lesson.crash-loop.title': 'CrashLoopBackOff',
		'lesson.probes.title': '启动、存活、就绪',
		'lesson.hooks.title': 'postStart 与 preStop',
		'lesson.endpoint-race.title': '有请求时被删除',
		'lesson.crash-loop.ended': '进程以错误结束。Pod 还在：同名、同 IP、同节点。',
		'lesson.crash-loop.again': 'restartPolicy 是 Always：kubelet 立刻再启动容器。',
		'lesson.crash-loop.waits': '第二次就要等：先 10 秒，再 20、40、80、160 秒。',
		'lesson.crash-loop.word': 'CrashLoopBackOff 是 STATUS 列的用词。Pod 的阶段一直是 Running。',
		'lesson.crash-loop.cap': '最长等 300 秒。若连续十分钟没有结束，就重新算起。',
		'lesson.crash-loop.policies': '另外两个：OnFailure 的正常结束，Never 的以错误结束。',
		'lesson.crash-loop.phases':
			'两个都不再启动：一个 Succeeded，一个 Failed。只有 Always 没有尽头。',
		'lesson.probes.readiness': '用 exec 问就绪：文件在，命令就以 0 结束，Pod 就绪。',
		'lesson.probes.unready': '文件没了，连续两次失败：未就绪。Running 是另一回事，什么也不重启。',
		'lesson.probes.endpoints': '就绪探针的用处：再次成功之前，Service 不会把请求送去那里。',
		'lesson.probes.liveness': '接着是存活探针，第二秒起每秒问一次。连续三次失败就太多了。',
		'lesson.probes.restarted':
			'存活探针失败，容器被结束再启动。探针写错了，好好的程序也会因此死掉。',
		'lesson.probes.startup': '启动得慢：启动探针成功之前，存活和就绪连问都不问。',
		'lesson.probes.passed': '它开始监听了。从此由存活和就绪探针来问，启动探针不再出现。',
		'lesson.probes.ways':
			'四种问法：exec 执行命令，httpGet 要 200 到 399，tcpSocket 要连得上，grpc 问健康服务。',
		'lesson.hooks.post-start': 'postStart 和程序自己的启动并行。它结束之前，容器不算在运行。',
		'lesson.hooks.ready': '钩子用了 2 秒，之后 API 才得知容器在运行。',
		'lesson.hooks.pre-stop': '先执行 preStop，SIGTERM 等着它。宽限期已经开始算了。',
		'lesson.hooks.sigterm': '10 秒里 preStop 用去 2 秒。现在才请程序自行结束。',
		'lesson.hooks.fails': '这个 Pod 的 postStart 在启动一秒后以 1 结束。',
		'lesson.hooks.killed': 'postStart 失败，容器就被结束，尽管程序本身好好的。',
		'lesson.hooks.again': '再启动，再失败，等得一次比一次久：钩子失败等于崩溃。',
		'lesson.endpoint-race.before': '一个 Service 由三个 Pod 回答。请求进来时，删掉其中一个。',
		'lesson.endpoint-race.both': '两件事同时开始：端点移出列表，节点结束进程。',
		'lesson.endpoint-race.lost': '进程立刻结束：正在回答的丢了，规则还引向那里的也丢了。',
		'lesson.endpoint-race.again': '再来一次，这个 Pod 的 preStop 会睡 3 秒。',
		'lesson.endpoint-race.waits': 'preStop 睡着时程序仍在回答，每个 kube-proxy 都有时间重写规则。',
		'lesson.endpoint-race.none': '走了，一个请求也没丢。靠的是这段停顿；程序自己有序收尾也有帮助。'
	}
);
