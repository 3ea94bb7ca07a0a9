<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>AbsenceForm</name>
        <message>
            <source>14:30、明天、+90、12-1</source>
            <translation>14:30, tomorrow, +90, 12-1</translation>
        </message>
        <message>
            <source>{count} 个岗位</source>
            <translation>{count} posts</translation>
        </message>
        <message>
            <source>{name} 改预计返回时间</source>
            <translation>{name}: another return</translation>
        </message>
        <message>
            <source>{name} 离岗</source>
            <translation>{name} away</translation>
        </message>
        <message>
            <source>{other} 同时离岗</source>
            <translation>{other} is away too</translation>
        </message>
        <message>
            <source>▲ {posts}空岗 {length}：{first} 至 {last}，{why}。</source>
            <translation>▲ {posts} uncovered for {length}: {first} to {last}, {why}.</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不填就是现在</source>
            <translation>Empty: now</translation>
        </message>
        <message>
            <source>事由(&amp;K)</source>
            <translation>Reason (&amp;K)</translation>
        </message>
        <message>
            <source>从何时起(&amp;F)</source>
            <translation>From (&amp;F)</translation>
        </message>
        <message>
            <source>告知了哪位领导、何时？还没有告知就再登记一次，不再问。</source>
            <translation>Which leader was told, and when? If nobody was, enter it once more; this is asked only once.</translation>
        </message>
        <message>
            <source>如 李处长 9:10</source>
            <translation>As Mr Li 9:10</translation>
        </message>
        <message>
            <source>已告知哪位领导(&amp;L)</source>
            <translation>Leader told (&amp;L)</translation>
        </message>
        <message>
            <source>改时间(&amp;S)</source>
            <translation>Change (&amp;S)</translation>
        </message>
        <message>
            <source>没有设 B岗</source>
            <translation>no stand-in is named</translation>
        </message>
        <message>
            <source>登记离岗(&amp;S)</source>
            <translation>Set away (&amp;S)</translation>
        </message>
        <message>
            <source>看不懂这个时间，请写成 14:30、明天 9:00 或 12-1。</source>
            <translation>This time cannot be read; write 14:30, tomorrow 9:00 or 12-1.</translation>
        </message>
        <message>
            <source>知道空岗，仍登记(&amp;S)</source>
            <translation>Set away all the same (&amp;S)</translation>
        </message>
        <message>
            <source>联系方式(&amp;P)</source>
            <translation>Reachable at (&amp;P)</translation>
        </message>
        <message>
            <source>说明(&amp;M)</source>
            <translation>Note (&amp;M)</translation>
        </message>
        <message>
            <source>请填写新的预计返回时间。</source>
            <translation>Please enter the new time of return.</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>Back (&amp;R)</translation>
        </message>
        <message>
            <source>预计返回(&amp;U)</source>
            <translation>Back at (&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>ActForm</name>
        <message>
            <source>返回(&amp;B)</source>
            <translation>&amp;Back</translation>
        </message>
    </context>
    <context>
        <name>ActsPart</name>
        <message>
            <source>{number} 不予办理，告知书在登记里打印</source>
            <translation>{number} refused; print the notice from its record</translation>
        </message>
        <message>
            <source>{number} 已中止计时，告知书在登记里打印</source>
            <translation>{number}: clock stopped; print the notice from its record</translation>
        </message>
        <message>
            <source>{number} 已办结</source>
            <translation>{number} closed</translation>
        </message>
        <message>
            <source>{number} 已恢复计时，告知书在登记里打印</source>
            <translation>{number}: clock runs again; print the notice from its record</translation>
        </message>
        <message>
            <source>{number} 已指定承办人</source>
            <translation>{number} given to a person</translation>
        </message>
        <message>
            <source>{number} 已按逾期未补正结束</source>
            <translation>{number} ended: papers never came</translation>
        </message>
        <message>
            <source>{number} 已有变化，现在不能这样办。填写的内容已保留。</source>
            <translation>{number} has changed; this cannot be done now. What you wrote is kept.</translation>
        </message>
        <message>
            <source>{number} 已申请延期，等待批准</source>
            <translation>{number}: extension asked for</translation>
        </message>
        <message>
            <source>{number} 已申请改变时限，等待批准</source>
            <translation>{number}: longer limit asked for</translation>
        </message>
        <message>
            <source>{number} 已给出时限</source>
            <translation>{number} has a limit now</translation>
        </message>
        <message>
            <source>{number} 已记录来访人撤回</source>
            <translation>{number} taken back by the visitor</translation>
        </message>
        <message>
            <source>{number} 的申请已批复</source>
            <translation>Request of {number} answered</translation>
        </message>
        <message>
            <source>{number} 的申请已撤回</source>
            <translation>Request of {number} taken back</translation>
        </message>
        <message>
            <source>不予办理(&amp;N)…</source>
            <translation>Refuse (&amp;N)…</translation>
        </message>
        <message>
            <source>中止计时(&amp;H)…</source>
            <translation>Stop (&amp;H)…</translation>
        </message>
        <message>
            <source>办结(&amp;J)…</source>
            <translation>Close (&amp;J)…</translation>
        </message>
        <message>
            <source>恢复计时(&amp;H)…</source>
            <translation>Resume (&amp;H)…</translation>
        </message>
        <message>
            <source>批复申请(&amp;A)…</source>
            <translation>Answer (&amp;A)…</translation>
        </message>
        <message>
            <source>指定承办(&amp;I)…</source>
            <translation>Assign (&amp;I)…</translation>
        </message>
        <message>
            <source>撤件(&amp;U)…</source>
            <translation>Withdrawn (&amp;U)…</translation>
        </message>
        <message>
            <source>撤回申请(&amp;C)…</source>
            <translation>Take back (&amp;C)…</translation>
        </message>
        <message>
            <source>改变时限(&amp;L)…</source>
            <translation>Limit (&amp;L)…</translation>
        </message>
        <message>
            <source>申请延期(&amp;X)…</source>
            <translation>Extend (&amp;X)…</translation>
        </message>
        <message>
            <source>给出时限(&amp;L)…</source>
            <translation>Limit (&amp;L)…</translation>
        </message>
        <message>
            <source>逾期未补(&amp;G)…</source>
            <translation>End wait (&amp;G)…</translation>
        </message>
    </context>
    <context>
        <name>AnswerForm</name>
        <message>
            <source>书面答复(&amp;Y)</source>
            <translation>Your answer (&amp;Y)</translation>
        </message>
        <message>
            <source>答复 Ctrl+Enter</source>
            <translation>Answer Ctrl+Enter</translation>
        </message>
        <message>
            <source>返回 Esc</source>
            <translation>Back Esc</translation>
        </message>
    </context>
    <context>
        <name>AnswerOffer</name>
        <message>
            <source>快速答复：{answer}</source>
            <translation>Quick answer: {answer}</translation>
        </message>
    </context>
    <context>
        <name>AnswersSection</name>
        <message>
            <source>事项编码(&amp;M)</source>
            <translation>Matter code (&amp;M)</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>Save (&amp;S)</translation>
        </message>
        <message>
            <source>修改快速答复</source>
            <translation>Change a quick answer</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>关键词(&amp;K)</source>
            <translation>Keywords (&amp;K)</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>在用(&amp;Y)</source>
            <translation>In use (&amp;Y)</translation>
        </message>
        <message>
            <source>已保存快速答复：{question}</source>
            <translation>Quick answer saved: {question}</translation>
        </message>
        <message>
            <source>快速答复</source>
            <translation>Quick answers</translation>
        </message>
        <message>
            <source>快速答复列表</source>
            <translation>Quick answers</translation>
        </message>
        <message>
            <source>新增快速答复</source>
            <translation>New quick answer</translation>
        </message>
        <message>
            <source>新增答复(&amp;A)</source>
            <translation>New answer (&amp;A)</translation>
        </message>
        <message>
            <source>查找快速答复</source>
            <translation>Find a quick answer</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Uses</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>用逗号分开；问到其中一个词，就会提示这条答复。</source>
            <translation>Separated by commas; one of them in a question brings up this answer.</translation>
        </message>
        <message>
            <source>答复(&amp;D)</source>
            <translation>Answer (&amp;D)</translation>
        </message>
        <message>
            <source>英文答复(&amp;E)</source>
            <translation>Answer in English (&amp;E)</translation>
        </message>
        <message>
            <source>还没有快速答复。常被问到的问题写在这里，接待时一键放入答复。</source>
            <translation>No quick answers yet. Write down what is often asked; one key puts the answer in.</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>问题(&amp;Q)</source>
            <translation>Question (&amp;Q)</translation>
        </message>
        <message>
            <source>问题、关键词、拼音首字母</source>
            <translation>Question, keyword, pinyin</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>AssignForm</name>
        <message>
            <source>交回岗位</source>
            <translation>Back to the post</translation>
        </message>
        <message>
            <source>承办人(&amp;P)</source>
            <translation>Person (&amp;P)</translation>
        </message>
        <message>
            <source>指定(&amp;S)</source>
            <translation>Assign (&amp;S)</translation>
        </message>
        <message>
            <source>指定的人优先于岗位；不在岗时由其B岗代办。</source>
            <translation>The person comes before the post; while away, the stand-in acts.</translation>
        </message>
        <message>
            <source>理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
    </context>
    <context>
        <name>BackEntry</name>
        <message>
            <source>接入时间可写 9:15、昨天 16:20、11-24 9:15；回车到下一栏</source>
            <translation>Time as 9:15, yesterday 16:20 or 11-24 9:15; Enter goes on</translation>
        </message>
        <message>
            <source>补录：逐条补登纸质记录</source>
            <translation>Back entry: enter paper records one by one</translation>
        </message>
    </context>
    <context>
        <name>BackStrip</name>
        <message>
            <source>可不填</source>
            <translation>optional</translation>
        </message>
        <message>
            <source>号</source>
            <translation>on paper</translation>
        </message>
        <message>
            <source>纸质序号</source>
            <translation>number on the paper</translation>
        </message>
        <message>
            <source>纸质登记第</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>结束时间</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>结束补录 Ctrl+J</source>
            <translation>Done Ctrl+J</translation>
        </message>
        <message>
            <source>补录</source>
            <translation>Back entry</translation>
        </message>
    </context>
    <context>
        <name>BackupsSection</name>
        <message>
            <source>升级前</source>
            <translation>Before an upgrade</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>备份之后的登记不在其中，请对照纸质单据补登；建议每周把备份文件夹和 audit.key 另拷一份到别的磁盘。</source>
            <translation>Records made after the backup are not in it; please enter them again from the papers. Copying the backup folder and audit.key to another disk once a week is a good habit.</translation>
        </message>
        <message>
            <source>备份列表</source>
            <translation>List of backups</translation>
        </message>
        <message>
            <source>备份完成，已核对可用</source>
            <translation>Backup made and checked</translation>
        </message>
        <message>
            <source>备份时间</source>
            <translation>Made at</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>如何恢复</source>
            <translation>How to restore</translation>
        </message>
        <message>
            <source>手动</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>打开备份文件夹(&amp;F)</source>
            <translation>Open backup &amp;folder</translation>
        </message>
        <message>
            <source>把数据文件夹里的 reception.db、reception.db-wal、reception.db-shm 移到别处留存，audit.key 不要动。</source>
            <translation>Move reception.db, reception.db-wal and reception.db-shm from the data folder to a safe place; leave audit.key where it is.</translation>
        </message>
        <message>
            <source>把选定的备份复制到数据文件夹，改名为 reception.db，再打开程序登录。</source>
            <translation>Copy the chosen backup into the data folder, rename it to reception.db, then start the program and sign in.</translation>
        </message>
        <message>
            <source>数据文件夹：{folder}</source>
            <translation>Data folder: {folder}</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>有新登记时每半小时自动备份一次，退出时再备份一次；两天内的全部保留，更早的每天留一份。</source>
            <translation>Made every half hour while there are new records, and once more at closing; those of two days are all kept, of older ones one a day.</translation>
        </message>
        <message>
            <source>正在备份…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>立即备份(&amp;B)</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>自动</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>还没有备份。</source>
            <translation>No backup yet.</translation>
        </message>
        <message>
            <source>退出首问接待；同一数据文件夹若还有人开着，也请退出。</source>
            <translation>Close Reception, also wherever else it is open on the same data folder.</translation>
        </message>
    </context>
    <context>
        <name>BehindPane</name>
        <message>
            <source>1 有告知单的件</source>
            <translation>1 cases with a notice</translation>
        </message>
        <message>
            <source>2 一次告清</source>
            <translation>2 told whole</translation>
        </message>
        <message>
            <source>3 我方遗漏</source>
            <translation>3 our omission</translation>
        </message>
        <message>
            <source>4 来访人</source>
            <translation>4 visitors</translation>
        </message>
        <message>
            <source>5 只来一次</source>
            <translation>5 came once</translation>
        </message>
        <message>
            <source>6 又来过</source>
            <translation>6 came again</translation>
        </message>
        <message>
            <source>7 不满三十天</source>
            <translation>7 within 30 days</translation>
        </message>
        <message>
            <source>投诉举报不在其中。Enter 打开登记。</source>
            <translation>Complaints are not among them. Enter opens the record.</translation>
        </message>
        <message>
            <source>数字背后的登记</source>
            <translation>Records behind the number</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>这个数字背后没有登记。</source>
            <translation>There is no record behind this number.</translation>
        </message>
        <message>
            <source>选中的一行</source>
            <translation>The chosen line</translation>
        </message>
    </context>
    <context>
        <name>BlankStep</name>
        <message>
            <source>与登记表相同的栏目，编号留空。</source>
            <translation>The columns of the register; numbers are left open.</translation>
        </message>
        <message>
            <source>停电时手写。恢复后在登记页按 Ctrl+J 逐条补录，备注里留下纸质序号。</source>
            <translation>To write by hand while the power is out. Afterwards Ctrl+J in the intake enters them; the remark keeps the paper number.</translation>
        </message>
        <message>
            <source>十行空白，材料逐项手写。</source>
            <translation>Ten empty rows; papers are written in.</translation>
        </message>
        <message>
            <source>告知单 A4(&amp;D)</source>
            <translation>Notice A4 (&amp;D)</translation>
        </message>
        <message>
            <source>告知单 A5(&amp;W)</source>
            <translation>Notice A5 (&amp;W)</translation>
        </message>
        <message>
            <source>备用空白表</source>
            <translation>Blank papers</translation>
        </message>
        <message>
            <source>登记表 A4 横向(&amp;R)</source>
            <translation>&amp;Register A4 landscape</translation>
        </message>
        <message>
            <source>空白一次性告知单</source>
            <translation>Blank one-time notice</translation>
        </message>
        <message>
            <source>空白登记表</source>
            <translation>Blank register</translation>
        </message>
    </context>
    <context>
        <name>BulkAssignForm</name>
        <message>
            <source>交回岗位</source>
            <translation>Back to the post</translation>
        </message>
        <message>
            <source>承办人(&amp;P)</source>
            <translation>Handler (&amp;P)</translation>
        </message>
        <message>
            <source>理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
    </context>
    <context>
        <name>BulkCloseForm</name>
        <message>
            <source>办理结果(&amp;J)</source>
            <translation>Result (&amp;J)</translation>
        </message>
        <message>
            <source>同时出具办结通知书(&amp;L)</source>
            <translation>Issue the notice of completion too (&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>BulkForm</name>
        <message>
            <source>办理 {n} 件(&amp;S)</source>
            <translation>Do {n} (&amp;S)</translation>
        </message>
        <message>
            <source>给每一件的承办人出具催办单；同一天催过的不再出。</source>
            <translation>Writes a reminder to the handler of each; none twice a day.</translation>
        </message>
        <message>
            <source>逐件签收，签收时间是现在。</source>
            <translation>Each is acknowledged now.</translation>
        </message>
    </context>
    <context>
        <name>BulkPane</name>
        <message>
            <source>{n} 件可以办理，{m} 件不能，原因如下。</source>
            <translation>{n} can be done, {m} cannot, for these reasons.</translation>
        </message>
        <message>
            <source>{n} 件都可以办理。</source>
            <translation>All {n} can be done.</translation>
        </message>
        <message>
            <source>一次最多办 {most} 件。</source>
            <translation>At most {most} at once. </translation>
        </message>
        <message>
            <source>停止 Esc</source>
            <translation>Stop  Esc</translation>
        </message>
        <message>
            <source>催办(&amp;U)…</source>
            <translation>Remind (&amp;U)…</translation>
        </message>
        <message>
            <source>办不了的，和原因</source>
            <translation>Not done, and why</translation>
        </message>
        <message>
            <source>办理进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>办结(&amp;J)…</source>
            <translation>Close (&amp;J)…</translation>
        </message>
        <message>
            <source>已办 {n} / {all}</source>
            <translation>Done {n} of {all}</translation>
        </message>
        <message>
            <source>已办 {n} 件。</source>
            <translation>{n} done.</translation>
        </message>
        <message>
            <source>已办 {n} 件，停止后还有 {left} 件没有动。</source>
            <translation>{n} done, {left} not touched since it was stopped.</translation>
        </message>
        <message>
            <source>已选 {n} 件</source>
            <translation>{n} picked</translation>
        </message>
        <message>
            <source>指定承办(&amp;I)…</source>
            <translation>Assign (&amp;I)…</translation>
        </message>
        <message>
            <source>正在核对 {n} / {all}</source>
            <translation>Checking {n} of {all}</translation>
        </message>
        <message>
            <source>知道了(&amp;K)</source>
            <translation>OK (&amp;K)</translation>
        </message>
        <message>
            <source>签收(&amp;Q)…</source>
            <translation>Acknowledge (&amp;Q)…</translation>
        </message>
        <message>
            <source>逐件按单件的规则办理；办不了的一件不动，并说明原因。</source>
            <translation>Each by the rules of a single one; what is refused stays as it is and says why.</translation>
        </message>
    </context>
    <context>
        <name>CalendarPreviewStep</name>
        <message>
            <source>单位主要负责人同意已告知的期限也提前(&amp;T)</source>
            <translation>As unit head: shorten promised dates &amp;too</translation>
        </message>
        <message>
            <source>原期限</source>
            <translation>Was due</translation>
        </message>
        <message>
            <source>变化</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>另有 {n} 处请核对。</source>
            <translation>{n} more to check.</translation>
        </message>
        <message>
            <source>在办事项的期限都不变。</source>
            <translation>No due date changes.</translation>
        </message>
        <message>
            <source>在日历中换一天</source>
            <translation>choose another day</translation>
        </message>
        <message>
            <source>已告知来访人的期限不提前；确需提前，由单位主要负责人在这里应用。</source>
            <translation>What a visitor was told does not become earlier; only the unit head can shorten it here.</translation>
        </message>
        <message>
            <source>已告知（文书）</source>
            <translation>Told by paper</translation>
        </message>
        <message>
            <source>应用(&amp;S)</source>
            <translation>Apply (&amp;S)</translation>
        </message>
        <message>
            <source>应用前核对</source>
            <translation>Check before applying</translation>
        </message>
        <message>
            <source>应用后的日历</source>
            <translation>The calendar afterwards</translation>
        </message>
        <message>
            <source>应用日历变化</source>
            <translation>apply the change</translation>
        </message>
        <message>
            <source>承诺优先、不提前 {n} 件</source>
            <translation>{n} stay as promised</translation>
        </message>
        <message>
            <source>提前 {n} 件</source>
            <translation>{n} earlier</translation>
        </message>
        <message>
            <source>新期限</source>
            <translation>Now due</translation>
        </message>
        <message>
            <source>日期不变、不再暂定 {n} 件</source>
            <translation>{n} same date, now final</translation>
        </message>
        <message>
            <source>期限变化</source>
            <translation>Due dates</translation>
        </message>
        <message>
            <source>没有在办事项的期限会改变。</source>
            <translation>No due date of open work changes.</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>读得懂，但请核对：</source>
            <translation>Understood, but please check:</translation>
        </message>
        <message>
            <source>返回修改</source>
            <translation>back to the entry</translation>
        </message>
        <message>
            <source>返回修改 Esc</source>
            <translation>Back Esc</translation>
        </message>
        <message>
            <source>顺延 {n} 件</source>
            <translation>{n} later</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>CalendarSection</name>
        <message>
            <source>JSON 文件 (*.json)</source>
            <translation>JSON files (*.json)</translation>
        </message>
        <message>
            <source>{year} 年</source>
            <translation>{year}</translation>
        </message>
        <message>
            <source>公布日期</source>
            <translation>Published</translation>
        </message>
        <message>
            <source>另行安排(&amp;A)</source>
            <translation>Own d&amp;ays</translation>
        </message>
        <message>
            <source>国务院办公厅关于{year}年部分节假日安排的通知</source>
            <translation>Notice of the General Office of the State Council on the holidays of {year}</translation>
        </message>
        <message>
            <source>存为 JSON，供校内其他单位直接导入</source>
            <translation>As JSON, for the other offices of the campus</translation>
        </message>
        <message>
            <source>导出(&amp;X)…</source>
            <translation>E&amp;xport…</translation>
        </message>
        <message>
            <source>导出工作日历</source>
            <translation>Export the calendar</translation>
        </message>
        <message>
            <source>工作日历</source>
            <translation>Working calendar</translation>
        </message>
        <message>
            <source>工作日历已导出</source>
            <translation>The calendar was exported</translation>
        </message>
        <message>
            <source>已载入</source>
            <translation>Loaded</translation>
        </message>
        <message>
            <source>已载入的年度</source>
            <translation>Years that are loaded</translation>
        </message>
        <message>
            <source>年度</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>放假</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>暂停受理(&amp;J)</source>
            <translation>Closures (&amp;J)</translation>
        </message>
        <message>
            <source>未载入</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>调休</source>
            <translation>On</translation>
        </message>
        <message>
            <source>载入或修改一年…(&amp;L)</source>
            <translation>&amp;Load a year…</translation>
        </message>
        <message>
            <source>还没有载入这一年的通知，放假日期按法定节假日预计，期限为暂定。</source>
            <translation>The notice of this year is not loaded: days off are expected from the statutory holidays, due dates are provisional.</translation>
        </message>
    </context>
    <context>
        <name>CallAlarm</name>
        <message>
            <source>{n} 个今天的回电</source>
            <translation>{n} calls promised for today</translation>
        </message>
        <message>
            <source>{n} 件今天到期或待签收</source>
            <translation>{n} matters due today or to acknowledge</translation>
        </message>
        <message>
            <source>{n} 份没有保存的登记</source>
            <translation>{n} forms not saved</translation>
        </message>
        <message>
            <source>{words}（另有 {n} 个）</source>
            <translation>{words} (and {n} more)</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>去回电</source>
            <translation>Call now</translation>
        </message>
        <message>
            <source>该给 {whom} 回电了：{when}</source>
            <translation>Time to call {whom}: {when}</translation>
        </message>
        <message>
            <source>还有 {list}。</source>
            <translation>Still open: {list}.</translation>
        </message>
    </context>
    <context>
        <name>CallForm</name>
        <message>
            <source>不写就用登记的摘要</source>
            <translation>Empty: the summary of the record</translation>
        </message>
        <message>
            <source>回电事由</source>
            <translation>About</translation>
        </message>
        <message>
            <source>已约定回电：{when}</source>
            <translation>Call promised: {when}</translation>
        </message>
        <message>
            <source>约定回电</source>
            <translation>Promise a call</translation>
        </message>
        <message>
            <source>约定回电(&amp;V)</source>
            <translation>Promise (&amp;V)</translation>
        </message>
    </context>
    <context>
        <name>CallRow</name>
        <message>
            <source>不约了</source>
            <translation>No call</translation>
        </message>
        <message>
            <source>只约回电，不登记</source>
            <translation>Call only, no record</translation>
        </message>
        <message>
            <source>回电事由</source>
            <translation>About</translation>
        </message>
        <message>
            <source>回电事由：不写就用摘要</source>
            <translation>About what (empty: the summary)</translation>
        </message>
    </context>
    <context>
        <name>CallStep</name>
        <message>
            <source>打印件写明来电人和电话，供领导批示和存档；每次打印都记入经过。</source>
            <translation>The print names caller and phone, for the leader and the file; each print stands in the history.</translation>
        </message>
        <message>
            <source>电话记录</source>
            <translation>Telephone record</translation>
        </message>
        <message>
            <source>电话记录 {number}</source>
            <translation>Telephone record {number}</translation>
        </message>
    </context>
    <context>
        <name>CallerSide</name>
        <message>
            <source>填入认出的来访人</source>
            <translation>Fill in the visitor recognised</translation>
        </message>
        <message>
            <source>打开可能重复的登记</source>
            <translation>Open the record this may repeat</translation>
        </message>
        <message>
            <source>标为重复来访，或取消</source>
            <translation>Mark as a repeated contact, or not</translation>
        </message>
    </context>
    <context>
        <name>Calling</name>
        <message>
            <source>先填写联系电话，再按 Ctrl+B 约定回电。</source>
            <translation>Enter the phone first, then press Ctrl+B to promise a call.</translation>
        </message>
        <message>
            <source>已撤销回电约定</source>
            <translation>The promised call is undone</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>undone</translation>
        </message>
    </context>
    <context>
        <name>CardPanel</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source> → </source>
            <translation> → </translation>
        </message>
        <message>
            <source>{first} 至 {last} 暂停受理（{reason}）；现在交来的，自 {day} 起算受理。</source>
            <translation>Not accepted from {first} to {last} ({reason}); what comes now counts from {day}.</translation>
        </message>
        <message>
            <source>{moment}（暂定）</source>
            <translation>{moment} (provisional)</translation>
        </message>
        <message>
            <source>{phone}（监督 {supervise}）</source>
            <translation>{phone} (supervision {supervise})</translation>
        </message>
        <message>
            <source>{words}（{when}）</source>
            <translation>{words} ({when})</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不受理</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>不计时</source>
            <translation>Not counted</translation>
        </message>
        <message>
            <source>事项卡</source>
            <translation>Card of the matter</translation>
        </message>
        <message>
            <source>事项卡内容</source>
            <translation>Content of the card</translation>
        </message>
        <message>
            <source>今天受理最迟 {due} 办结</source>
            <translation>accepted today: done by {due}</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>在岗</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>承办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>承诺{limit}</source>
            <translation>promised: {limit}</translation>
        </message>
        <message>
            <source>承诺{limit}，今天受理最迟 {due} 办结</source>
            <translation>promised: {limit}; accepted today: done by {due}</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>时限尚未确定</source>
            <translation>no time limit set yet</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>条件</source>
            <translation>Condition</translation>
        </message>
        <message>
            <source>法定</source>
            <translation>Statutory</translation>
        </message>
        <message>
            <source>流程</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>网上可办，优先网办</source>
            <translation>Can be done online; please offer that first</translation>
        </message>
        <message>
            <source>费用</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>选定事项后，这里回答找谁、在哪、何时、凭什么、要多久。</source>
            <translation>Choose a matter: this card then says who, where, when, on what basis and how long.</translation>
        </message>
    </context>
    <context>
        <name>CardsStep</name>
        <message>
            <source>90×54 毫米，一页八张</source>
            <translation>90 × 54 mm, eight a page</translation>
        </message>
        <message>
            <source>A4 一页，贴在窗口</source>
            <translation>One A4 page for the counter</translation>
        </message>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>中英(&amp;B)</source>
            <translation>&amp;Both</translation>
        </message>
        <message>
            <source>修改内容(&amp;T)</source>
            <translation>Change &amp;texts</translation>
        </message>
        <message>
            <source>全选(&amp;A)</source>
            <translation>&amp;All</translation>
        </message>
        <message>
            <source>全选或全不选</source>
            <translation>tick all or none</translation>
        </message>
        <message>
            <source>同事</source>
            <translation>Colleagues</translation>
        </message>
        <message>
            <source>对折成 200×100 毫米的立牌</source>
            <translation>A tent of 200 × 100 mm</translation>
        </message>
        <message>
            <source>岗位桌牌</source>
            <translation>Desk card</translation>
        </message>
        <message>
            <source>工作牌</source>
            <translation>Badge</translation>
        </message>
        <message>
            <source>工作牌(&amp;G)</source>
            <translation>Bad&amp;ges</translation>
        </message>
        <message>
            <source>承诺(&amp;R)</source>
            <translation>P&amp;romise</translation>
        </message>
        <message>
            <source>有的同事还没有已确认的岗位，牌上的职责空着；可在“修改内容”里填写。</source>
            <translation>Somebody has no confirmed post, so no duties stand on the card; write them under “Change texts”.</translation>
        </message>
        <message>
            <source>服务承诺</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>桌牌(&amp;D)</source>
            <translation>&amp;Desk</translation>
        </message>
        <message>
            <source>桌牌、工作牌、服务承诺</source>
            <translation>Desk cards, badges, promise</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>请至少勾选一位同事。</source>
            <translation>Please tick at least one colleague.</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message>
            <source>上一条、下一条</source>
            <translation>Previous, next</translation>
        </message>
        <message>
            <source>中止或恢复计时、申请延期</source>
            <translation>Stop or resume the clock, ask for an extension</translation>
        </message>
        <message>
            <source>为什么是这一天、流转经过</source>
            <translation>Why this day, chain of custody</translation>
        </message>
        <message>
            <source>催办选中的几件</source>
            <translation>Remind the handlers of the picked ones</translation>
        </message>
        <message>
            <source>写拟办意见（代收移交）</source>
            <translation>Write the proposal of what was received for another</translation>
        </message>
        <message>
            <source>办理、看逐日说明(&amp;Y)</source>
            <translation>Act, see the days (&amp;Y)</translation>
        </message>
        <message>
            <source>办结、不予办理</source>
            <translation>Close, refuse</translation>
        </message>
        <message>
            <source>回到全部</source>
            <translation>Back to all</translation>
        </message>
        <message>
            <source>在列表中查找</source>
            <translation>Search the list</translation>
        </message>
        <message>
            <source>在限时待办中查找</source>
            <translation>Search the follow-ups</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open the record</translation>
        </message>
        <message>
            <source>批复申请、指定承办人</source>
            <translation>Answer a request, assign a person</translation>
        </message>
        <message>
            <source>提交打开的小表单</source>
            <translation>Send the open form</translation>
        </message>
        <message>
            <source>没有找到。可以换一个词，或清空搜索。</source>
            <translation>Nothing found. Try another word, or clear the search.</translation>
        </message>
        <message>
            <source>清空搜索</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>看全部</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>签收、代记签收转办件</source>
            <translation>Acknowledge a transfer, or note it</translation>
        </message>
        <message>
            <source>给选中的一条出具文书</source>
            <translation>Write a paper for the chosen line</translation>
        </message>
        <message>
            <source>给选中的一条约定回电</source>
            <translation>promise a call for the chosen line</translation>
        </message>
        <message>
            <source>编号、来访人、事项、责任人、岗位 Ctrl+F</source>
            <translation>Number, visitor, matter, officer, post  Ctrl+F</translation>
        </message>
        <message>
            <source>裁定转办归属（单位负责人）</source>
            <translation>Decide where it belongs (unit head)</translation>
        </message>
        <message>
            <source>转出记录(&amp;R)…</source>
            <translation>Passed on by me (&amp;R)…</translation>
        </message>
        <message>
            <source>转出记录（在我转出的里）</source>
            <translation>All that was passed on (in Sent by me)</translation>
        </message>
        <message>
            <source>退回、转交转办件</source>
            <translation>Return a transfer, pass it on</translation>
        </message>
        <message>
            <source>选几件、全选，一起办理</source>
            <translation>Pick some or all, and act on them together</translation>
        </message>
        <message>
            <source>限时待办</source>
            <translation>Follow-ups</translation>
        </message>
        <message>
            <source>限时待办列表</source>
            <translation>List of follow-ups</translation>
        </message>
    </context>
    <context>
        <name>CataloguePage</name>
        <message>
            <source>{name} 已停用</source>
            <translation>{name} is out of use</translation>
        </message>
        <message>
            <source>{name} 已恢复启用</source>
            <translation>{name} is in use again</translation>
        </message>
        <message>
            <source>从左边选一个事项，这里是它的全部内容：找谁、在哪、凭什么、要带什么。</source>
            <translation>Choose a matter on the left: here stands all about it: who, where, on what basis, with which papers.</translation>
        </message>
        <message>
            <source>从查找框到列表</source>
            <translation>From the search to the list</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>修改(&amp;E)</source>
            <translation>Chang&amp;e</translation>
        </message>
        <message>
            <source>停用(&amp;R)…</source>
            <translation>Take out of use (&amp;R)…</translation>
        </message>
        <message>
            <source>停电时手写用，列出这一事项的全部材料</source>
            <translation>To write by hand without power; lists every paper of this matter</translation>
        </message>
        <message>
            <source>办事事项列表</source>
            <translation>List of matters</translation>
        </message>
        <message>
            <source>办事指南</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <source>单位通讯录</source>
            <translation>directory of units</translation>
        </message>
        <message>
            <source>名称、关键词、拼音首字母、编码、单位</source>
            <translation>Name, keyword, initials, code, unit</translation>
        </message>
        <message>
            <source>导入(&amp;I)…</source>
            <translation>&amp;Import…</translation>
        </message>
        <message>
            <source>已保存 {name} 第 {n} 版，自 {day} 起生效</source>
            <translation>Saved {name}, edition {n}, in force from {day}</translation>
        </message>
        <message>
            <source>恢复启用(&amp;R)…</source>
            <translation>Put back in use (&amp;R)…</translation>
        </message>
        <message>
            <source>打印… Ctrl+P</source>
            <translation>Print… Ctrl+P</translation>
        </message>
        <message>
            <source>打印本事项或全部办事指南</source>
            <translation>print this matter or the whole guide</translation>
        </message>
        <message>
            <source>新建事项(&amp;N)</source>
            <translation>&amp;New matter</translation>
        </message>
        <message>
            <source>查找事项</source>
            <translation>Find a matter</translation>
        </message>
        <message>
            <source>没有找到这样的事项。换个说法，或用拼音首字母试试。</source>
            <translation>No such matter. Please try other words or initials.</translation>
        </message>
        <message>
            <source>清除查找</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>目录已导入：新增 {new} 项，修改 {changed} 项</source>
            <translation>Catalogue imported: {new} new, {changed} changed</translation>
        </message>
        <message>
            <source>空白告知单(&amp;B)</source>
            <translation>&amp;Blank notice</translation>
        </message>
        <message>
            <source>读事项内容</source>
            <translation>Read the content</translation>
        </message>
    </context>
    <context>
        <name>ChoosePart</name>
        <message>
            <source>{by} 于 {at} 合并过一位，转入 {n} 条登记</source>
            <translation>{by} merged somebody in on {at}; {n} records moved</translation>
        </message>
        <message>
            <source>与谁是同一人？姓名、拼音、电话或学号(&amp;F)</source>
            <translation>The same as whom? Name, phone or number (&amp;F)</translation>
        </message>
        <message>
            <source>可能是同一人的来访人</source>
            <translation>Visitors who may be the same person</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>学号/工号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>学院/部门</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>撤销这次合并(&amp;U)</source>
            <translation>&amp;Undo this merge</translation>
        </message>
        <message>
            <source>最近来访</source>
            <translation>Last seen</translation>
        </message>
        <message>
            <source>来访次数</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>没有找到，换个写法试试。</source>
            <translation>Nobody found; try another way of writing it.</translation>
        </message>
        <message>
            <source>没有看上去相同的来访人。可以在上面输入姓名、电话或学号来找。</source>
            <translation>Nobody looks the same. Look for somebody above by name, phone or number.</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
    </context>
    <context>
        <name>CloseForm</name>
        <message>
            <source>办理结果(&amp;J)</source>
            <translation>Result (&amp;J)</translation>
        </message>
        <message>
            <source>办结(&amp;S)</source>
            <translation>Close (&amp;S)</translation>
        </message>
        <message>
            <source>同时出具办结通知书(&amp;L)</source>
            <translation>Issue the notice of completion too (&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>ClosureForm</name>
        <message>
            <source>{matter} 在 {first} 至 {last} 暂停受理</source>
            <translation>{matter} is closed from {first} to {last}</translation>
        </message>
        <message>
            <source>{matter} 恢复受理</source>
            <translation>{matter} is accepted again</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>事项(&amp;M)</source>
            <translation>&amp;Matter</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>从(&amp;D)</source>
            <translation>From (&amp;D)</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>到</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>到(&amp;E)</source>
            <translation>Until (&amp;E)</translation>
        </message>
        <message>
            <source>原因(&amp;Y)</source>
            <translation>Wh&amp;y</translation>
        </message>
        <message>
            <source>只有一天可空着</source>
            <translation>empty for one day</translation>
        </message>
        <message>
            <source>如 2026-12-21</source>
            <translation>like 2026-12-21</translation>
        </message>
        <message>
            <source>如 寒假期间，依本单位公告</source>
            <translation>like: winter vacation, by our notice</translation>
        </message>
        <message>
            <source>恢复受理(&amp;U)</source>
            <translation>Accept again (&amp;U)</translation>
        </message>
        <message>
            <source>暂停受理的事项</source>
            <translation>Closed matters</translation>
        </message>
        <message>
            <source>期间内交来的材料，自期满后第一个工作日起算受理；已经受理的照常计时。</source>
            <translation>Papers handed in meanwhile count from the first working day afterwards; what was accepted runs on.</translation>
        </message>
        <message>
            <source>这里列出正在和将要暂停受理的事项。</source>
            <translation>Matters that are closed now or soon stand here.</translation>
        </message>
    </context>
    <context>
        <name>ColleaguePane</name>
        <message>
            <source>B岗</source>
            <translation>Stand-in</translation>
        </message>
        <message>
            <source>{count} 个岗位{nobody}</source>
            <translation>{count} posts: {nobody}</translation>
        </message>
        <message>
            <source>{kind}，{first} 至 {last}</source>
            <translation>{kind}, {first} to {last}</translation>
        </message>
        <message>
            <source>{names}；{count} 个岗位{nobody}</source>
            <translation>{names}; {count} posts: {nobody}</translation>
        </message>
        <message>
            <source>{name} 已返回，销假完成</source>
            <translation>{name} is back</translation>
        </message>
        <message>
            <source>{name} 的离岗计划已取消</source>
            <translation>{name}: the plan is cancelled</translation>
        </message>
        <message>
            <source>{name} 的预计返回时间已改</source>
            <translation>{name}: the return is changed</translation>
        </message>
        <message>
            <source>{posts} 等 {count} 个岗位</source>
            <translation>{posts} … {count} posts in all</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>取消计划(&amp;C)</source>
            <translation>Cancel the plan (&amp;C)</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>已告知 {name}</source>
            <translation>{name} knows</translation>
        </message>
        <message>
            <source>已登记 {name} 离岗</source>
            <translation>{name} is set away</translation>
        </message>
        <message>
            <source>改返回时间(&amp;T)</source>
            <translation>Change the return (&amp;T)</translation>
        </message>
        <message>
            <source>替岗</source>
            <translation>Covers</translation>
        </message>
        <message>
            <source>未设</source>
            <translation>none</translation>
        </message>
        <message>
            <source>现由</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>登记离岗(&amp;A)</source>
            <translation>Set away (&amp;A)</translation>
        </message>
        <message>
            <source>离岗</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>联系</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>计划</source>
            <translation>Planned</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>返回、销假(&amp;B)</source>
            <translation>Is back (&amp;B)</translation>
        </message>
        <message>
            <source>选中一位同事，这里说明其去向和岗位。</source>
            <translation>Choose a colleague to see whereabouts and posts.</translation>
        </message>
        <message>
            <source>预计</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>领导</source>
            <translation>Leader</translation>
        </message>
    </context>
    <context>
        <name>ColleaguesView</name>
        <message>
            <source>B岗</source>
            <translation>Stand-in</translation>
        </message>
        <message>
            <source>{count} 个岗位</source>
            <translation>{count} posts</translation>
        </message>
        <message>
            <source>{names} 未培训合格</source>
            <translation>{names}: not trained yet</translation>
        </message>
        <message>
            <source>{state} {count}</source>
            <translation>{state} {count}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>保存离岗登记</source>
            <translation>Save the absence</translation>
        </message>
        <message>
            <source>写交接单、接收交接、看顶岗报告（在列表上按）</source>
            <translation>Hand over, accept, read the report (in the list)</translation>
        </message>
        <message>
            <source>去向</source>
            <translation>Whereabouts</translation>
        </message>
        <message>
            <source>同事</source>
            <translation>Colleague</translation>
        </message>
        <message>
            <source>同事列表</source>
            <translation>Colleagues</translation>
        </message>
        <message>
            <source>回到列表，填了的还在</source>
            <translation>Back to the list; nothing is lost</translation>
        </message>
        <message>
            <source>在设置里添加同事后，这里列出谁在岗、谁离岗。</source>
            <translation>Add colleagues in the settings; who is here and who is away stands here.</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>打印桌牌… Ctrl+P</source>
            <translation>Print cards… Ctrl+P</translation>
        </message>
        <message>
            <source>打印桌牌、工作牌、服务承诺</source>
            <translation>Print desk cards, badges, the promise</translation>
        </message>
        <message>
            <source>指定临时顶岗、补填事由（在列表上按）</source>
            <translation>Name a stand-in, give the reason (in the list)</translation>
        </message>
        <message>
            <source>换一位同事</source>
            <translation>Another colleague</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>登记离岗（在列表上按）</source>
            <translation>Set away (in the list)</translation>
        </message>
        <message>
            <source>看去向、登记离岗(&amp;Y)</source>
            <translation>Whereabouts, set away (&amp;Y)</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>返回、销假（在列表上按）</source>
            <translation>Is back (in the list)</translation>
        </message>
        <message>
            <source>顶岗：其不在岗，我来接（在列表上按）</source>
            <translation>Stand in for who is not there (in the list)</translation>
        </message>
    </context>
    <context>
        <name>ComparePart</name>
        <message>
            <source>{n} 条</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>{phone} 转 {extension}</source>
            <translation>{phone} ext. {extension}</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>保留这一位</source>
            <translation>This one stays</translation>
        </message>
        <message>
            <source>处置</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>左右对调(&amp;X)</source>
            <translation>E&amp;xchange the sides</translation>
        </message>
        <message>
            <source>并入左边</source>
            <translation>Goes into the left one</translation>
        </message>
        <message>
            <source>并入的一位没有登记，只合并资料。</source>
            <translation>The one at the right has no records; only the details are merged.</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>最近来访</source>
            <translation>Last seen</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>登记</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>转入保留一位的登记：{n} 条</source>
            <translation>Records that move to the one who stays: {n}</translation>
        </message>
        <message>
            <source>转入的登记</source>
            <translation>Records that move</translation>
        </message>
        <message>
            <source>首次来访</source>
            <translation>First seen</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
    </context>
    <context>
        <name>Confirming</name>
        <message>
            <source>先把来访人自己说的姓名输入姓名栏，再请他核对。</source>
            <translation>Type the name the visitor gives first, then let him check it.</translation>
        </message>
        <message>
            <source>在姓名栏：找生僻字；U+编码与字互换</source>
            <translation>In the name: rare characters; U+code to character and back</translation>
        </message>
        <message>
            <source>大字显示姓名电话，请来访人核对</source>
            <translation>Name and phone large, for the visitor to check</translation>
        </message>
    </context>
    <context>
        <name>ContactRow</name>
        <message>
            <source>保存时取号；首问责任人：{officer}</source>
            <translation>The number is given at saving; first officer: {officer}</translation>
        </message>
        <message>
            <source>已登记 {number}</source>
            <translation>Registered {number}</translation>
        </message>
        <message>
            <source>待编号 · {officer}</source>
            <translation>No number yet · {officer}</translation>
        </message>
        <message>
            <source>接入时间</source>
            <translation>Received at</translation>
        </message>
        <message>
            <source>来信(&amp;L)</source>
            <translation>&amp;Letter</translation>
        </message>
        <message>
            <source>来电(&amp;P)</source>
            <translation>&amp;Phone</translation>
        </message>
        <message>
            <source>来访(&amp;V)</source>
            <translation>&amp;Visit</translation>
        </message>
        <message>
            <source>来访或来电的时间；补登时可以改，如 9:15、昨天 16:20、11-24 9:15</source>
            <translation>When the contact began; type 9:15, yesterday 16:20 or 11-24 9:15</translation>
        </message>
        <message>
            <source>来访方式</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>网络(&amp;O)</source>
            <translation>&amp;Online</translation>
        </message>
        <message>
            <source>转来(&amp;F)</source>
            <translation>&amp;Forwarded</translation>
        </message>
        <message>
            <source>邮件(&amp;E)</source>
            <translation>Mail (&amp;E)</translation>
        </message>
    </context>
    <context>
        <name>CorrectForm</name>
        <message>
            <source>{number} 已更正</source>
            <translation>{number} is corrected</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>保存更正 Ctrl+S</source>
            <translation>Save correction Ctrl+S</translation>
        </message>
        <message>
            <source>处置</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>接着上次没有保存的更正</source>
            <translation>Goes on from what was not saved last time</translation>
        </message>
        <message>
            <source>放弃改动(&amp;X)</source>
            <translation>Drop changes (&amp;X)</translation>
        </message>
        <message>
            <source>更正原因(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>更正登记：只改有误的地方</source>
            <translation>Correct: change only what is wrong</translation>
        </message>
        <message>
            <source>更正说明(&amp;D)</source>
            <translation>Note (&amp;D)</translation>
        </message>
        <message>
            <source>未说明</source>
            <translation>Not said</translation>
        </message>
        <message>
            <source>来访</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>请选择</source>
            <translation>Please choose</translation>
        </message>
    </context>
    <context>
        <name>CountedView</name>
        <message>
            <source>Enter 打开登记。</source>
            <translation>Enter opens the record.</translation>
        </message>
        <message>
            <source>上月(&amp;V)</source>
            <translation>Pre&amp;vious month</translation>
        </message>
        <message>
            <source>今年(&amp;Y)</source>
            <translation>This &amp;year</translation>
        </message>
        <message>
            <source>回到列表</source>
            <translation>back to the list</translation>
        </message>
        <message>
            <source>摘要</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>数字背后的登记</source>
            <translation>Records behind the number</translation>
        </message>
        <message>
            <source>数字背后的登记(&amp;X)</source>
            <translation>Records behind the number (&amp;X)</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>本季度(&amp;Q)</source>
            <translation>This &amp;quarter</translation>
        </message>
        <message>
            <source>本月(&amp;M)</source>
            <translation>This &amp;month</translation>
        </message>
        <message>
            <source>看数字背后的登记；再按一次打开登记</source>
            <translation>see the records behind the number; again opens the record</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>选中左边一行，这里是它的登记。</source>
            <translation>Choose a line on the left; its records stand here.</translation>
        </message>
        <message>
            <source>选中的一行</source>
            <translation>The chosen line</translation>
        </message>
    </context>
    <context>
        <name>CountersSection</name>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>修改窗口</source>
            <translation>Change the counter</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Not in use</translation>
        </message>
        <message>
            <source>名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>在用(&amp;Y)</source>
            <translation>In use (&amp;Y)</translation>
        </message>
        <message>
            <source>已保存窗口：{name}</source>
            <translation>Counter saved: {name}</translation>
        </message>
        <message>
            <source>已新增窗口：{name}</source>
            <translation>Counter added: {name}</translation>
        </message>
        <message>
            <source>改名和停用都不影响以往的登记：记录上写的是当时的名称。</source>
            <translation>Records keep the name that the counter had at the time, whatever is changed here.</translation>
        </message>
        <message>
            <source>新增窗口</source>
            <translation>Add a counter</translation>
        </message>
        <message>
            <source>新增窗口(&amp;A)</source>
            <translation>&amp;Add a counter</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This one</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>窗口</source>
            <translation>Counters</translation>
        </message>
        <message>
            <source>窗口列表</source>
            <translation>List of counters</translation>
        </message>
    </context>
    <context>
        <name>CourtesyLine</name>
        <message>
            <source>{words} 按 {key} 采用。</source>
            <translation>{words} Press {key} to take it.</translation>
        </message>
        <message>
            <source>“{found}”换成：{words}</source>
            <translation>“{found}” better: {words}</translation>
        </message>
        <message>
            <source>换 {key}</source>
            <translation>Replace {key}</translation>
        </message>
        <message>
            <source>放入 {key}</source>
            <translation>Put in {key}</translation>
        </message>
    </context>
    <context>
        <name>CustodyPart</name>
        <message>
            <source>{who} 离岗至 {until}</source>
            <translation>{who} away until {until}</translation>
        </message>
        <message>
            <source>{who} 离岗至 {until}，由 {instead} 代办</source>
            <translation>{who} away until {until}; {instead} stands in</translation>
        </message>
        <message>
            <source>{who}：{what}</source>
            <translation>{who}: {what}</translation>
        </message>
        <message>
            <source>流转经过</source>
            <translation>Chain of custody</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>DayActs</name>
        <message>
            <source>{clock} 再打</source>
            <translation>Next try at {clock}</translation>
        </message>
        <message>
            <source>{name} 已销假</source>
            <translation>{name} is back</translation>
        </message>
        <message>
            <source>{number} 已结案，请退还材料</source>
            <translation>{number} is closed; please give the papers back</translation>
        </message>
        <message>
            <source>。已 {n} 次没有接通，可换个方式联系</source>
            <translation>. {n} tries failed; consider another way</translation>
        </message>
        <message>
            <source>。按 5：{clock} 再打</source>
            <translation>. Press 5: next try at {clock}</translation>
        </message>
        <message>
            <source>。请核对登记里的电话，或换个方式联系</source>
            <translation>. Check the phone in the record, or try another way</translation>
        </message>
        <message>
            <source>不再回电…</source>
            <translation>No more calls…</translation>
        </message>
        <message>
            <source>书面答复…</source>
            <translation>Answer…</translation>
        </message>
        <message>
            <source>全部知道了</source>
            <translation>All noted</translation>
        </message>
        <message>
            <source>出具受理通知单</source>
            <translation>Issue acceptance</translation>
        </message>
        <message>
            <source>半小时后再打</source>
            <translation>In half an hour</translation>
        </message>
        <message>
            <source>去导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>去岗位与值班</source>
            <translation>Open posts and duty</translation>
        </message>
        <message>
            <source>去核准</source>
            <translation>Go and decide</translation>
        </message>
        <message>
            <source>回电已了结</source>
            <translation>The call is settled</translation>
        </message>
        <message>
            <source>已出具 {number}，请打印交来访人</source>
            <translation>{number} issued; please print it for the visitor</translation>
        </message>
        <message>
            <source>已接 {name} 的班</source>
            <translation>Took over from {name}</translation>
        </message>
        <message>
            <source>已知悉 {number} 的新期限</source>
            <translation>Noted the new date of {number}</translation>
        </message>
        <message>
            <source>已知悉 {n} 件的新期限</source>
            <translation>Noted {n} new dates</translation>
        </message>
        <message>
            <source>已答复 {number} 的督办</source>
            <translation>Answered the order on {number}</translation>
        </message>
        <message>
            <source>已签收 {number}</source>
            <translation>Acknowledged {number}</translation>
        </message>
        <message>
            <source>已记：{outcome}</source>
            <translation>Noted: {outcome}</translation>
        </message>
        <message>
            <source>已转给 {name}</source>
            <translation>Passed on to {name}</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open record</translation>
        </message>
        <message>
            <source>指定临时顶岗</source>
            <translation>Name a stand-in</translation>
        </message>
        <message>
            <source>接班</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>提醒补正：{matter}</source>
            <translation>Reminder of papers: {matter}</translation>
        </message>
        <message>
            <source>显示电话</source>
            <translation>Show phone</translation>
        </message>
        <message>
            <source>看后接收</source>
            <translation>Read and accept</translation>
        </message>
        <message>
            <source>看后确认</source>
            <translation>Read and confirm</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>Noted</translation>
        </message>
        <message>
            <source>签收</source>
            <translation>Acknowledge</translation>
        </message>
        <message>
            <source>约定回电</source>
            <translation>Promise a call</translation>
        </message>
        <message>
            <source>继续填写</source>
            <translation>Go on filling in</translation>
        </message>
        <message>
            <source>转给同事…</source>
            <translation>Pass on…</translation>
        </message>
        <message>
            <source>逾期结案</source>
            <translation>Close as lapsed</translation>
        </message>
        <message>
            <source>销假</source>
            <translation>Confirm return</translation>
        </message>
    </context>
    <context>
        <name>DayField</name>
        <message>
            <source>12-1、周五、明天 下班</source>
            <translation>12-1, Fri, tomorrow</translation>
        </message>
        <message>
            <source>看不懂这个日期，请写成 12-1、周五、明天 下班 或 2026-12-1。</source>
            <translation>This date cannot be read; write 12-1, Fri, tomorrow or 2026-12-1.</translation>
        </message>
    </context>
    <context>
        <name>DayPane</name>
        <message>
            <source>{date} 收下材料后，五个工作日内没有告知是否齐全：视为自收件之日起受理。</source>
            <translation>Papers were taken on {date}, and nobody said within five working days whether they are complete: they count as accepted from that day.</translation>
        </message>
        <message>
            <source>{date} 收下材料，事项在 {accepted} 恢复受理，此后五个工作日内没有告知：视为自该日起受理。</source>
            <translation>Papers were taken on {date}; the matter was open again on {accepted}, and nobody said within five working days whether they are complete: they count as accepted from that day.</translation>
        </message>
        <message>
            <source>{name} 约定于 {when}</source>
            <translation>promised by {name} on {when}</translation>
        </message>
        <message>
            <source>{number}：受限登记，打开登记后才能看到电话和内容。</source>
            <translation>{number} is restricted; phone and content stand in the record only.</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>已 {n} 次没有接通：可以改用短信、邮件，或请其院系转告。约定仍然有效，直到了结。</source>
            <translation>{n} tries reached nobody: consider a message, an e-mail or the visitor's school. The promise stands until it is settled.</translation>
        </message>
        <message>
            <source>应在 {due} 前办结。</source>
            <translation>To be done by {due}.</translation>
        </message>
        <message>
            <source>未了事项 {n}</source>
            <translation>Open points {n}</translation>
        </message>
        <message>
            <source>没有写交班说明。</source>
            <translation>No words were left.</translation>
        </message>
        <message>
            <source>没有留电话，不能回电。</source>
            <translation>No phone was left; nobody can be called.</translation>
        </message>
        <message>
            <source>由 {name} 回电</source>
            <translation>owed by {name}</translation>
        </message>
        <message>
            <source>补正期限已过，材料没有补齐。结案以后来访人可以再次申请；补来了也可以照常办理。</source>
            <translation>The time to supplement is over and papers are still missing. Once closed, the visitor may apply again; papers that come late may still be taken.</translation>
        </message>
        <message>
            <source>请退还：{papers}</source>
            <translation>Please give back: {papers}</translation>
        </message>
        <message>
            <source>还差 {n} 项材料；补正期限前三天提醒一次，来访人少跑一趟。</source>
            <translation>{n} papers are missing; a call three days before the end saves the visitor a walk.</translation>
        </message>
        <message>
            <source>这一件正在中止计时，请先恢复，再出具受理通知单。</source>
            <translation>The clock of this case is stopped; resume it first, then issue the acceptance.</translation>
        </message>
        <message>
            <source>这个事项没有承诺时限，不能出具受理通知单，请先在办事指南中补上。</source>
            <translation>This matter promises no time, so no acceptance can be issued; please complete it in the service guide.</translation>
        </message>
        <message>
            <source>选中左边的一条，这里是详情和能做的事；数字键直接做。</source>
            <translation>Choose a line on the left: its details and acts stand here; digits act at once.</translation>
        </message>
        <message>
            <source>选中的一条</source>
            <translation>The chosen line</translation>
        </message>
    </context>
    <context>
        <name>DecisionPane</name>
        <message>
            <source>{number} 已核准</source>
            <translation>{number} is released</translation>
        </message>
        <message>
            <source>{number} 已记为我方遗漏</source>
            <translation>{number} counts as our omission</translation>
        </message>
        <message>
            <source>{when} {who} 出具</source>
            <translation>Issued {when} by {who}</translation>
        </message>
        <message>
            <source>分管领导的决定(&amp;L)</source>
            <translation>Decision of the leader in charge (&amp;L)</translation>
        </message>
        <message>
            <source>处理意见(&amp;N)</source>
            <translation>&amp;Note</translation>
        </message>
        <message>
            <source>核准，理由成立(&amp;Y)</source>
            <translation>&amp;Yes, release</translation>
        </message>
        <message>
            <source>记为我方遗漏(&amp;M)</source>
            <translation>Our o&amp;mission</translation>
        </message>
        <message>
            <source>这张是您本人出具的，本单位没有另一位负责人：由分管领导决定，写在这里。</source>
            <translation>You wrote this one yourself, and there is no other head here: the leader in charge decides; write down what was decided.</translation>
        </message>
        <message>
            <source>这张是您本人出具的，请另一位负责人核准。</source>
            <translation>You issued this one yourself; another head decides.</translation>
        </message>
        <message>
            <source>选中左边的一张，这里写着新列了哪些材料、为什么。</source>
            <translation>Choose one on the left; here stands which papers are new, and why.</translation>
        </message>
        <message>
            <source>选中的告知单</source>
            <translation>The chosen notice</translation>
        </message>
        <message>
            <source>首次告知 {number}，{when} {who} 出具</source>
            <translation>First notice {number}, issued {when} by {who}</translation>
        </message>
        <message>
            <source>首次没有告知的材料：
{rows}</source>
            <translation>Papers that the first notice did not name:
{rows}</translation>
        </message>
    </context>
    <context>
        <name>Desktop</name>
        <message>
            <source>首问接待</source>
            <translation>Reception</translation>
        </message>
    </context>
    <context>
        <name>DirectoryStep</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>从办事目录补齐</source>
            <translation>fill from the catalogue</translation>
        </message>
        <message>
            <source>从办事目录补齐(&amp;F)</source>
            <translation>&amp;Fill from the catalogue</translation>
        </message>
        <message>
            <source>从左边选一个单位，这里是它的地点、电话和职责。</source>
            <translation>Choose a unit on the left; its place, phone and duties stand here.</translation>
        </message>
        <message>
            <source>从查找框到列表</source>
            <translation>from the search to the list</translation>
        </message>
        <message>
            <source>修改(&amp;E)</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>修改选中的单位</source>
            <translation>edit the chosen unit</translation>
        </message>
        <message>
            <source>办事事项</source>
            <translation>Matters</translation>
        </message>
        <message>
            <source>办公时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>单位通讯录</source>
            <translation>Directory of units</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>已保存 {name}</source>
            <translation>Saved {name}</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>out of use</translation>
        </message>
        <message>
            <source>已按办事目录补齐 {n} 个单位</source>
            <translation>Filled {n} units from the catalogue</translation>
        </message>
        <message>
            <source>新增单位</source>
            <translation>add a unit</translation>
        </message>
        <message>
            <source>新增单位(&amp;N)</source>
            <translation>&amp;New unit</translation>
        </message>
        <message>
            <source>来访人说的话：名称、职责、事项、拼音首字母</source>
            <translation>What the visitor says: name, duty, matter, pinyin</translation>
        </message>
        <message>
            <source>查找单位</source>
            <translation>find a unit</translation>
        </message>
        <message>
            <source>没有找到这样的单位。换个说法，或在某个单位的职责里加上这个词。</source>
            <translation>No such unit. Try other words, or add this word to the duties of a unit.</translation>
        </message>
        <message>
            <source>清除查找，返回</source>
            <translation>clear the search, go back</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>空着的职责、办公时间、地点和电话，按这个单位的办事事项填上</source>
            <translation>Fills empty duties, hours, places and phones from the matters of each unit</translation>
        </message>
        <message>
            <source>职责（来访人会怎么说）</source>
            <translation>Duties (as visitors say them)</translation>
        </message>
        <message>
            <source>还没有填</source>
            <translation>not filled in yet</translation>
        </message>
    </context>
    <context>
        <name>DisplaysSection</name>
        <message>
            <source>一句话承诺(&amp;M)</source>
            <translation>&amp;Motto</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Whose</translation>
        </message>
        <message>
            <source>印在每个桌牌上。</source>
            <translation>It stands on every desk card.</translation>
        </message>
        <message>
            <source>只印在工作牌上。</source>
            <translation>It stands on the badge only.</translation>
        </message>
        <message>
            <source>在“岗位与值班”按 Ctrl+P 打印桌牌、工作牌和服务承诺。空着的栏目印浅色的字。</source>
            <translation>Ctrl+P in Posts and duty prints desk cards, badges and the promise. Where nothing is typed the pale words are printed.</translation>
        </message>
        <message>
            <source>岗位名称(&amp;T)</source>
            <translation>Pos&amp;t</translation>
        </message>
        <message>
            <source>工号(&amp;K)</source>
            <translation>Staff no. (&amp;K)</translation>
        </message>
        <message>
            <source>已保存：{name}</source>
            <translation>Saved: {name}</translation>
        </message>
        <message>
            <source>已填写</source>
            <translation>own</translation>
        </message>
        <message>
            <source>承诺内容(&amp;N)</source>
            <translation>Se&amp;ntences</translation>
        </message>
        <message>
            <source>服务承诺</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>未保存</source>
            <translation>not saved</translation>
        </message>
        <message>
            <source>桌牌和承诺</source>
            <translation>Cards and promise</translation>
        </message>
        <message>
            <source>桌牌和承诺列表</source>
            <translation>List of cards and the promise</translation>
        </message>
        <message>
            <source>每行一条，最多 {most} 行。</source>
            <translation>One a line, at most {most} lines.</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>第 {n} 版，{who}，{day}</source>
            <translation>Edition {n}, {who}, {day}</translation>
        </message>
        <message>
            <source>职责(&amp;D)</source>
            <translation>&amp;Duties</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>Motto in &amp;English</translation>
        </message>
        <message>
            <source>英文内容(&amp;G)</source>
            <translation>Sentences in En&amp;glish</translation>
        </message>
        <message>
            <source>英文姓名(&amp;N)</source>
            <translation>&amp;Name in English</translation>
        </message>
        <message>
            <source>英文岗位名称(&amp;E)</source>
            <translation>Post in &amp;English</translation>
        </message>
        <message>
            <source>英文职责(&amp;G)</source>
            <translation>Duties in En&amp;glish</translation>
        </message>
        <message>
            <source>默认</source>
            <translation>default</translation>
        </message>
    </context>
    <context>
        <name>DutyPart</name>
        <message>
            <source>▲ 未交接：已写给 {name}，等其接收</source>
            <translation>▲ Not handed over: {name} has not accepted yet</translation>
        </message>
        <message>
            <source>▲ 未交接：还没有写交接单</source>
            <translation>▲ Not handed over: no note written</translation>
        </message>
        <message>
            <source>写交接单(&amp;H)</source>
            <translation>&amp;Hand over</translation>
        </message>
        <message>
            <source>已交接：{name} 于 {when} 接收</source>
            <translation>Handed over: {name} accepted, {when}</translation>
        </message>
        <message>
            <source>已指定 {name} 临时顶岗</source>
            <translation>{name} stands in for now</translation>
        </message>
        <message>
            <source>已补填事由</source>
            <translation>Reason kept</translation>
        </message>
        <message>
            <source>已顶岗：{name} 的待办转给您；其回来后销假即交还</source>
            <translation>You stand in: the work of {name} is yours until the return is confirmed</translation>
        </message>
        <message>
            <source>指定临时顶岗(&amp;N)</source>
            <translation>&amp;Name a stand-in</translation>
        </message>
        <message>
            <source>接收交接(&amp;J)</source>
            <translation>Accept hand-over (&amp;J)</translation>
        </message>
        <message>
            <source>由谁临时顶岗(&amp;I)</source>
            <translation>Who stands &amp;in</translation>
        </message>
        <message>
            <source>确定(&amp;S)</source>
            <translation>&amp;Set</translation>
        </message>
        <message>
            <source>离岗事由(&amp;I)</source>
            <translation>Reason of absence (&amp;I)</translation>
        </message>
        <message>
            <source>补填事由(&amp;K)</source>
            <translation>Give reason (&amp;K)</translation>
        </message>
        <message>
            <source>顶岗(&amp;G)</source>
            <translation>Stand in (&amp;G)</translation>
        </message>
        <message>
            <source>顶岗报告(&amp;J)</source>
            <translation>Report (&amp;J)</translation>
        </message>
    </context>
    <context>
        <name>DutySheetStep</name>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>岗位(&amp;G)</source>
            <translation>Post (&amp;G)</translation>
        </message>
        <message>
            <source>岗位职责单</source>
            <translation>Duty sheet</translation>
        </message>
        <message>
            <source>岗位职责单 {code}</source>
            <translation>Duty sheet {code}</translation>
        </message>
        <message>
            <source>您现在不在任何岗位上，也不替谁顶岗，没有可看的职责单。</source>
            <translation>You hold no post and stand in for nobody, so there is no sheet to see.</translation>
        </message>
        <message>
            <source>职责、事项和时限、电话、未结事项、交接单；内部使用，用后收回。</source>
            <translation>Duties, matters with limits, phones, open work, hand-over; for internal use, to be given back.</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>English (&amp;E)</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
    </context>
    <context>
        <name>EarlierContacts</name>
        <message>
            <source>此前来访</source>
            <translation>Earlier contacts</translation>
        </message>
    </context>
    <context>
        <name>EmergencyPage</name>
        <message>
            <source>先打电话，后登记。先保证自己和来访人的安全。</source>
            <translation>Call first, record later. Keep yourself and the visitor safe.</translation>
        </message>
        <message>
            <source>回到刚才的页面</source>
            <translation>Back to where you were</translation>
        </message>
        <message>
            <source>应急</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>应急电话</source>
            <translation>Emergency numbers</translation>
        </message>
        <message>
            <source>怎么说</source>
            <translation>What to say</translation>
        </message>
        <message>
            <source>打完电话，登记求助（特急）</source>
            <translation>After the call: record the help, very urgent</translation>
        </message>
        <message>
            <source>打给谁</source>
            <translation>Whom to call</translation>
        </message>
        <message>
            <source>电话打完了，登记求助（特急） Enter</source>
            <translation>Called: now record it Enter</translation>
        </message>
        <message>
            <source>通讯录里没有保卫处、校医院的电话；可以在“设置 · 应急电话”里填上。</source>
            <translation>The directory has no phone of security or clinic; add them in Settings, Emergency.</translation>
        </message>
    </context>
    <context>
        <name>EmergencySection</name>
        <message>
            <source>上移(&amp;U)</source>
            <translation>Move up (&amp;U)</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>Save (&amp;S)</translation>
        </message>
        <message>
            <source>修改应急电话</source>
            <translation>Change an emergency number</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>in use</translation>
        </message>
        <message>
            <source>在用(&amp;Y)</source>
            <translation>In use (&amp;Y)</translation>
        </message>
        <message>
            <source>备注(&amp;B)</source>
            <translation>Note (&amp;B)</translation>
        </message>
        <message>
            <source>如 24 小时值班、所在位置</source>
            <translation>For instance: day and night, where it is</translation>
        </message>
        <message>
            <source>已保存应急电话：{name}</source>
            <translation>Emergency number saved: {name}</translation>
        </message>
        <message>
            <source>应急电话</source>
            <translation>Emergency numbers</translation>
        </message>
        <message>
            <source>应急电话列表</source>
            <translation>Emergency numbers</translation>
        </message>
        <message>
            <source>打给谁</source>
            <translation>Whom</translation>
        </message>
        <message>
            <source>打给谁(&amp;N)</source>
            <translation>Whom (&amp;N)</translation>
        </message>
        <message>
            <source>按 Ctrl+E 时，先列这里的电话，再列通讯录里的保卫处、校医院，最后总有 120、119、110。</source>
            <translation>Ctrl+E lists these first, then security and clinic of the directory, and always 120, 119 and 110.</translation>
        </message>
        <message>
            <source>新增应急电话</source>
            <translation>New emergency number</translation>
        </message>
        <message>
            <source>新增电话(&amp;A)</source>
            <translation>New number (&amp;A)</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>电话(&amp;T)</source>
            <translation>Phone (&amp;T)</translation>
        </message>
        <message>
            <source>英文名称(&amp;E)</source>
            <translation>Name in English (&amp;E)</translation>
        </message>
        <message>
            <source>还没有本单位的应急电话。填上保卫处、校医院的值班电话，紧急时排在最前面。</source>
            <translation>No numbers of your own yet. Add those of security and clinic on duty; they come first.</translation>
        </message>
    </context>
    <context>
        <name>ExportCard</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>会印在每一页上，并记入修改痕迹。</source>
            <translation>Stands on every page and in the audit log.</translation>
        </message>
        <message>
            <source>存放周志的文件夹</source>
            <translation>Folder for the weekly log</translation>
        </message>
        <message>
            <source>存放文件夹(&amp;D)</source>
            <translation>Fol&amp;der</translation>
        </message>
        <message>
            <source>完整个人信息(&amp;F)</source>
            <translation>&amp;Full personal details</translation>
        </message>
        <message>
            <source>导出 {week}</source>
            <translation>Export {week}</translation>
        </message>
        <message>
            <source>导出(&amp;E)</source>
            <translation>&amp;Export</translation>
        </message>
        <message>
            <source>已停止，没有写出文件。</source>
            <translation>Stopped; no file was written.</translation>
        </message>
        <message>
            <source>已导出 {rows} 条（完整信息）：{names}</source>
            <translation>Exported {rows} rows (full details): {names}</translation>
        </message>
        <message>
            <source>已导出 {rows} 条：{names}</source>
            <translation>Exported {rows} rows: {names}</translation>
        </message>
        <message>
            <source>打开文件夹(&amp;O)</source>
            <translation>&amp;Open the folder</translation>
        </message>
        <message>
            <source>正在导出 {week}</source>
            <translation>Exporting {week}</translation>
        </message>
        <message>
            <source>正在导出…</source>
            <translation>Exporting…</translation>
        </message>
        <message>
            <source>用途(&amp;P)</source>
            <translation>&amp;Purpose</translation>
        </message>
        <message>
            <source>请写明用途，例如“上级检查”。</source>
            <translation>Please state the purpose, for instance “inspection”.</translation>
        </message>
        <message>
            <source>请选择存放的文件夹。</source>
            <translation>Please choose a folder.</translation>
        </message>
        <message>
            <source>选择(&amp;H)…</source>
            <translation>C&amp;hoose…</translation>
        </message>
    </context>
    <context>
        <name>ExportReminder</name>
        <message>
            <source>上周（{week}）的接待登记还有内容没有导出。</source>
            <translation>Last week ({week}) is not fully exported yet.</translation>
        </message>
        <message>
            <source>去导出</source>
            <translation>Export now</translation>
        </message>
        <message>
            <source>本周（{week}）的接待登记还没有导出，今天请导出存档。</source>
            <translation>This week ({week}) is not exported yet; please export it today.</translation>
        </message>
    </context>
    <context>
        <name>ExtendForm</name>
        <message>
            <source>到期前由他人批准才算数；批准时出具延期告知书。</source>
            <translation>Counts only when somebody else grants it before the due date; the notice is issued then.</translation>
        </message>
        <message>
            <source>延期理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
        <message>
            <source>延长几个工作日(&amp;D)</source>
            <translation>Working days more (&amp;D)</translation>
        </message>
        <message>
            <source>提出申请(&amp;S)</source>
            <translation>Ask for it (&amp;S)</translation>
        </message>
        <message>
            <source>法定时限最迟到 {latest}。</source>
            <translation>The statutory limit ends {latest}.</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>全部处置</source>
            <translation>All dispositions</translation>
        </message>
        <message>
            <source>全部方式</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>全部时间(&amp;A)</source>
            <translation>&amp;All time</translation>
        </message>
        <message>
            <source>全部状态</source>
            <translation>All states</translation>
        </message>
        <message>
            <source>全部首问责任人</source>
            <translation>All first officers</translation>
        </message>
        <message>
            <source>在登记簿中查找</source>
            <translation>Search the register</translation>
        </message>
        <message>
            <source>处置方式</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>姓名、拼音首字母、电话、编号、内容</source>
            <translation>Name, initials, phone, number, text</translation>
        </message>
        <message>
            <source>本周(&amp;W)</source>
            <translation>This &amp;week</translation>
        </message>
        <message>
            <source>来访方式</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>清除筛选(&amp;C)</source>
            <translation>&amp;Clear filters</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>选一周(&amp;K)</source>
            <translation>Choose a wee&amp;k</translation>
        </message>
        <message>
            <source>首问责任人</source>
            <translation>First officer</translation>
        </message>
    </context>
    <context>
        <name>FindingForm</name>
        <message>
            <source>9:30、昨天 15:00、11-20 9:30</source>
            <translation>9:30, yesterday 15:00, 11-20 9:30</translation>
        </message>
        <message>
            <source>下周五、12-1；没有问题可不填</source>
            <translation>12-1; empty if in order</translation>
        </message>
        <message>
            <source>不涉及顶岗</source>
            <translation>no standing in</translation>
        </message>
        <message>
            <source>公示牌属实(&amp;B)</source>
            <translation>&amp;Board correct</translation>
        </message>
        <message>
            <source>否</source>
            <translation>No</translation>
        </message>
        <message>
            <source>岗位(&amp;P)</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>已更正 {post} 的督查</source>
            <translation>Check of {post} corrected</translation>
        </message>
        <message>
            <source>已登记 {post} 的督查</source>
            <translation>Check of {post} recorded</translation>
        </message>
        <message>
            <source>情况(&amp;T)</source>
            <translation>Wha&amp;t was found</translation>
        </message>
        <message>
            <source>整改期限(&amp;M)</source>
            <translation>Correct by (&amp;M)</translation>
        </message>
        <message>
            <source>是</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>更正 Ctrl+S</source>
            <translation>Correct Ctrl+S</translation>
        </message>
        <message>
            <source>更正的原因(&amp;Y)</source>
            <translation>Wh&amp;y it is corrected</translation>
        </message>
        <message>
            <source>更正：{post}</source>
            <translation>Correct: {post}</translation>
        </message>
        <message>
            <source>有人在岗(&amp;G)</source>
            <translation>Somebody there (&amp;G)</translation>
        </message>
        <message>
            <source>涉及的登记(&amp;K)</source>
            <translation>Record (&amp;K)</translation>
        </message>
        <message>
            <source>涉及的顶岗(&amp;J)</source>
            <translation>Standing in (&amp;J)</translation>
        </message>
        <message>
            <source>电话三声内接听(&amp;L)</source>
            <translation>Phone answered in 3 rings (&amp;L)</translation>
        </message>
        <message>
            <source>登记 Ctrl+S</source>
            <translation>Record Ctrl+S</translation>
        </message>
        <message>
            <source>登记督查</source>
            <translation>Record a check</translation>
        </message>
        <message>
            <source>登记编号，如 2026-0001</source>
            <translation>number, as 2026-0001</translation>
        </message>
        <message>
            <source>看不懂这个日期，请写成 12-1 或 2026-12-01。</source>
            <translation>This is no date; please write 12-1 or 2026-12-01.</translation>
        </message>
        <message>
            <source>看不懂这个时间，请写成 9:30 或 11-20 9:30。</source>
            <translation>This is no time; please write 9:30 or 11-20 9:30.</translation>
        </message>
        <message>
            <source>督查人(&amp;U)</source>
            <translation>Checked by (&amp;U)</translation>
        </message>
        <message>
            <source>督查时间(&amp;F)</source>
            <translation>When (&amp;F)</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>Back (&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>{n} 天</source>
            <translation>{n} d</translation>
        </message>
        <message>
            <source>{when} 已整改：{note}</source>
            <translation>{when} corrected: {note}</translation>
        </message>
        <message>
            <source>{when}，{checker} 督查；A岗 {holder}</source>
            <translation>{when}, checked by {checker}; in charge {holder}</translation>
        </message>
        <message>
            <source>■ {n} 天</source>
            <translation>■ {n} d</translation>
        </message>
        <message>
            <source>全部督查</source>
            <translation>All checks</translation>
        </message>
        <message>
            <source>发现的问题</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>回到列表，填了的还在</source>
            <translation>Back to the list; what was typed stays</translation>
        </message>
        <message>
            <source>填写怎样整改的</source>
            <translation>Say how it was corrected</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>已整改</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>已过</source>
            <translation>Open for</translation>
        </message>
        <message>
            <source>您的岗位没有未整改的督查问题。</source>
            <translation>Nothing is left to correct at your posts.</translation>
        </message>
        <message>
            <source>情况和整改(&amp;X)</source>
            <translation>Details (&amp;X)</translation>
        </message>
        <message>
            <source>打开其涉及的登记（在列表上按）</source>
            <translation>open the record that it is about (in the list)</translation>
        </message>
        <message>
            <source>整改期限 {day}</source>
            <translation>Correct by {day}</translation>
        </message>
        <message>
            <source>更正选中的一条（在列表上按）</source>
            <translation>Set the chosen one right (on the list)</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>By</translation>
        </message>
        <message>
            <source>未整改</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>未整改的、全部督查（在列表上按）</source>
            <translation>Open ones, all checks (on the list)</translation>
        </message>
        <message>
            <source>没有未整改的问题。查岗以后按 N 登记，发现的问题到整改为止列在这里。</source>
            <translation>Nothing is left to correct. Record a check with N; what it finds is listed here until it is corrected.</translation>
        </message>
        <message>
            <source>涉及登记 {number}，按 R 打开</source>
            <translation>About record {number}; R opens it</translation>
        </message>
        <message>
            <source>涉及顶岗：{period}</source>
            <translation>About standing in: {period}</translation>
        </message>
        <message>
            <source>登记、更正、已整改</source>
            <translation>Record, correct, note as corrected</translation>
        </message>
        <message>
            <source>登记督查(&amp;E)</source>
            <translation>R&amp;ecord a check</translation>
        </message>
        <message>
            <source>登记督查（在列表上按）</source>
            <translation>Record a check (on the list)</translation>
        </message>
        <message>
            <source>督查时间</source>
            <translation>Checked</translation>
        </message>
        <message>
            <source>督查记录</source>
            <translation>Checks</translation>
        </message>
        <message>
            <source>选中一条督查，这里是其情况。</source>
            <translation>Choose a check; it is told here.</translation>
        </message>
    </context>
    <context>
        <name>FirstStartPage</name>
        <message>
            <source>1号窗口</source>
            <translation>Counter 1</translation>
        </message>
        <message>
            <source>5月1日至9月30日下午 15:00–18:00，其余 14:30–17:30</source>
            <translation>Afternoons 15:00–18:00 from 1 May to 30 September, else 14:30–17:30</translation>
        </message>
        <message>
            <source>上午、下午(&amp;W)</source>
            <translation>Morning, afternoon (&amp;W)</translation>
        </message>
        <message>
            <source>全年同一时间</source>
            <translation>Same all year</translation>
        </message>
        <message>
            <source>再输一遍密码(&amp;A)</source>
            <translation>Password &amp;again</translation>
        </message>
        <message>
            <source>办公时间(&amp;T)</source>
            <translation>Office hours (&amp;T)</translation>
        </message>
        <message>
            <source>单位名称(&amp;N)</source>
            <translation>&amp;Name of the office</translation>
        </message>
        <message>
            <source>只有姓名和密码要您填写，其余已填好，以后都可以在“设置”中修改。</source>
            <translation>Only your name and password are needed; the rest is filled in and can be changed later in Settings.</translation>
        </message>
        <message>
            <source>夏季下午另定</source>
            <translation>Other afternoons in summer</translation>
        </message>
        <message>
            <source>如“教务”：教务告〔2026〕第0001号</source>
            <translation>As 教务 in 教务告〔2026〕第0001号</translation>
        </message>
        <message>
            <source>密码(&amp;P)</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>导入自己的目录文件(&amp;F)…</source>
            <translation>Own catalogue &amp;file…</translation>
        </message>
        <message>
            <source>建立单位，开始使用(&amp;S)</source>
            <translation>Create the office and &amp;start</translation>
        </message>
        <message>
            <source>您的姓名(&amp;M)</source>
            <translation>Your na&amp;me</translation>
        </message>
        <message>
            <source>教务</source>
            <translation>教务</translation>
        </message>
        <message>
            <source>教务处</source>
            <translation>Academic Affairs Office</translation>
        </message>
        <message>
            <source>时区(&amp;Z)</source>
            <translation>Time &amp;zone</translation>
        </message>
        <message>
            <source>服务事项目录</source>
            <translation>Catalogue of matters</translation>
        </message>
        <message>
            <source>本机所在窗口(&amp;C)</source>
            <translation>&amp;Counter of this PC</translation>
        </message>
        <message>
            <source>正在建立…</source>
            <translation>Creating…</translation>
        </message>
        <message>
            <source>用自带的示例目录（65 个事项，可以再改）(&amp;Y)</source>
            <translation>Sample catalogue (65 matters) (&amp;Y)</translation>
        </message>
        <message>
            <source>登记簿和告知书上的单位名称</source>
            <translation>As it stands in the register and on notices</translation>
        </message>
        <message>
            <source>目录文件 (*.yaml *.yml)</source>
            <translation>Catalogue files (*.yaml *.yml)</translation>
        </message>
        <message>
            <source>目录文件中需要改正的地方：{count} 处</source>
            <translation>To correct in the catalogue file: {count}</translation>
        </message>
        <message>
            <source>第一个账号，兼管理员</source>
            <translation>First account, also administrator</translation>
        </message>
        <message>
            <source>编号用简称(&amp;H)</source>
            <translation>S&amp;hort name for numbers</translation>
        </message>
        <message>
            <source>至少 8 位，不要用常见的密码</source>
            <translation>At least 8 characters, not a common one</translation>
        </message>
        <message>
            <source>选择目录文件</source>
            <translation>Choose a catalogue file</translation>
        </message>
        <message>
            <source>限时从办公时间算起</source>
            <translation>Time limits count in office hours</translation>
        </message>
        <message>
            <source>需要改正的地方</source>
            <translation>To correct</translation>
        </message>
        <message>
            <source>首次使用：建立本单位</source>
            <translation>First start: create your office</translation>
        </message>
    </context>
    <context>
        <name>GiveUpForm</name>
        <message>
            <source>不再回电的原因(&amp;R)</source>
            <translation>Why nobody is called any more (&amp;R)</translation>
        </message>
        <message>
            <source>了结 Enter</source>
            <translation>Settle Enter</translation>
        </message>
        <message>
            <source>如：本人已到窗口办理</source>
            <translation>e.g. the visitor came to the counter</translation>
        </message>
    </context>
    <context>
        <name>Glance</name>
        <message>
            <source>{names} 顶岗</source>
            <translation>{names} stands in</translation>
        </message>
        <message>
            <source>{when} 返回</source>
            <translation>back {when}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>一眼看全</source>
            <translation>At a glance</translation>
        </message>
        <message>
            <source>大家都在岗</source>
            <translation>Everybody is at work</translation>
        </message>
        <message>
            <source>应已返回</source>
            <translation>should be back</translation>
        </message>
        <message>
            <source>打印机 {name} 可用</source>
            <translation>Printer {name} is there</translation>
        </message>
        <message>
            <source>无人顶岗</source>
            <translation>nobody stands in</translation>
        </message>
        <message>
            <source>没有找到打印机；接好后按 Enter 再看一次</source>
            <translation>No printer found; connect it and press Enter</translation>
        </message>
        <message>
            <source>还没有备份</source>
            <translation>No backup yet</translation>
        </message>
    </context>
    <context>
        <name>GuideStep</name>
        <message>
            <source>一页讲清：找谁、在哪、何时、凭什么、带什么、多久、收费。</source>
            <translation>Who, where, when, on what basis, which papers, how long, what fee.</translation>
        </message>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>全部事项(&amp;A)</source>
            <translation>&amp;All</translation>
        </message>
        <message>
            <source>全部办事指南</source>
            <translation>Whole service guide</translation>
        </message>
        <message>
            <source>办事指南</source>
            <translation>Service guide</translation>
        </message>
        <message>
            <source>印今天有效的版次。岗位的在岗人确认之后才印姓名；没有英文的内容印中文。</source>
            <translation>Prints what is in force today. Names stand there once the holder of a post is confirmed; what has no English is printed in Chinese.</translation>
        </message>
        <message>
            <source>对照(&amp;B)</source>
            <translation>&amp;Both</translation>
        </message>
        <message>
            <source>封面、目录和页码，按单位排列；PDF 带书签。</source>
            <translation>Cover, contents with page numbers, unit by unit; the PDF has bookmarks.</translation>
        </message>
        <message>
            <source>打印办事指南</source>
            <translation>Print the guide</translation>
        </message>
        <message>
            <source>本事项(&amp;D)</source>
            <translation>This matter (&amp;D)</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Extent</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>{clock} 已交班，{name} 已接班。</source>
            <translation>Handed over at {clock}; {name} took over.</translation>
        </message>
        <message>
            <source>{clock} 已交班，等下一位接班；再交一次会另存一份。</source>
            <translation>Handed over at {clock}, waiting for the next; once more keeps a second note.</translation>
        </message>
        <message>
            <source>交班</source>
            <translation>Hand-over</translation>
        </message>
        <message>
            <source>交班 Ctrl+S</source>
            <translation>Hand over Ctrl+S</translation>
        </message>
        <message>
            <source>交班说明(&amp;N)</source>
            <translation>Note for the next (&amp;N)</translation>
        </message>
        <message>
            <source>已交班：{n} 项未了事项</source>
            <translation>Handed over: {n} open points</translation>
        </message>
        <message>
            <source>已恢复没有交出的说明。</source>
            <translation>The note that was not handed over is back.</translation>
        </message>
        <message>
            <source>没有未了事项。</source>
            <translation>No open points.</translation>
        </message>
        <message>
            <source>自动附上 {n} 项未了事项。</source>
            <translation>{n} open points go with it.</translation>
        </message>
        <message>
            <source>钥匙、待取的材料、领导交代的事……没有写的未了事项会自动附上。</source>
            <translation>Keys, papers to be fetched, instructions … Open points go with it by themselves.</translation>
        </message>
    </context>
    <context>
        <name>HandedPage</name>
        <message>
            <source>{from_name} 交给 {to_name}</source>
            <translation>{from_name} to {to_name}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>会来的电话和人</source>
            <translation>Calls and visitors expected</translation>
        </message>
        <message>
            <source>其他要交代的</source>
            <translation>Anything else</translation>
        </message>
        <message>
            <source>已接收</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>已接收 {name} 的工作交接</source>
            <translation>Hand-over of {name} accepted</translation>
        </message>
        <message>
            <source>已确认，岗位已收回</source>
            <translation>Confirmed; the post is yours again</translation>
        </message>
        <message>
            <source>接收</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>接收 Ctrl+S</source>
            <translation>Accept Ctrl+S</translation>
        </message>
        <message>
            <source>接收工作交接</source>
            <translation>Accept a hand-over</translation>
        </message>
        <message>
            <source>接收意见，可不填(&amp;M)</source>
            <translation>Re&amp;mark, may stay empty</translation>
        </message>
        <message>
            <source>未结事项</source>
            <translation>Open work</translation>
        </message>
        <message>
            <source>没有另外写的话；左边是未结的事项。</source>
            <translation>Nothing else was written; the open work is at the left.</translation>
        </message>
        <message>
            <source>确认收回 Ctrl+S</source>
            <translation>Confirm Ctrl+S</translation>
        </message>
        <message>
            <source>确认收回岗位和报告</source>
            <translation>Confirm report and post</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>返回，以后再办</source>
            <translation>Back, for later</translation>
        </message>
        <message>
            <source>钥匙、印章、资料、系统权限</source>
            <translation>Keys, seals, files, access</translation>
        </message>
        <message>
            <source>顶岗报告</source>
            <translation>Report of the stand-in</translation>
        </message>
        <message>
            <source>领导交办</source>
            <translation>Leader's instructions</translation>
        </message>
    </context>
    <context>
        <name>HandoverPage</name>
        <message>
            <source>{name}：{why}</source>
            <translation>{name}: {why}</translation>
        </message>
        <message>
            <source>{posts} 个岗位，{count} 件未结，交给 {names}。对方接收后才算交接；不接收也照样顶岗。</source>
            <translation>Posts: {posts}, open: {count}, to {names}. It counts as handed over once accepted; the stand-in serves either way.</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>下一栏</source>
            <translation>Next field</translation>
        </message>
        <message>
            <source>交接 Ctrl+S</source>
            <translation>Hand over Ctrl+S</translation>
        </message>
        <message>
            <source>交给顶岗人；对方接收前可用 Ctrl+Z 撤回</source>
            <translation>hand over; Ctrl+Z takes it back until it is accepted</translation>
        </message>
        <message>
            <source>会来的电话和人(&amp;P)</source>
            <translation>Calls and visitors expected (&amp;P)</translation>
        </message>
        <message>
            <source>其他要交代的(&amp;M)</source>
            <translation>Anything else (&amp;M)</translation>
        </message>
        <message>
            <source>写交接单</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>只写有什么、在哪里，不要写密码。</source>
            <translation>What there is and where; never a password.</translation>
        </message>
        <message>
            <source>已交接给 {names}，等对方接收</source>
            <translation>Handed to {names}, to be accepted</translation>
        </message>
        <message>
            <source>未结事项</source>
            <translation>Open work</translation>
        </message>
        <message>
            <source>返回，写了的还在</source>
            <translation>Back; what is typed stays</translation>
        </message>
        <message>
            <source>钥匙、印章、资料、系统权限(&amp;K)</source>
            <translation>&amp;Keys, seals, files, access</translation>
        </message>
        <message>
            <source>领导交办(&amp;L)</source>
            <translation>&amp;Leader's instructions</translation>
        </message>
    </context>
    <context>
        <name>HoursFields</name>
        <message>
            <source>{month}月{day}日</source>
            <translation>{month:02d}-{day:02d}</translation>
        </message>
        <message>
            <source>上午、下午(&amp;W)</source>
            <translation>Morning, afternoon (&amp;W)</translation>
        </message>
        <message>
            <source>全年同一时间</source>
            <translation>Same all year</translation>
        </message>
        <message>
            <source>冬季从(&amp;J)</source>
            <translation>Winter from (&amp;J)</translation>
        </message>
        <message>
            <source>冬季时间(&amp;K)</source>
            <translation>Winter hours (&amp;K)</translation>
        </message>
        <message>
            <source>办公时间(&amp;T)</source>
            <translation>Office hours (&amp;T)</translation>
        </message>
        <message>
            <source>夏季、冬季两套时间</source>
            <translation>Summer and winter</translation>
        </message>
        <message>
            <source>夏季从(&amp;X)</source>
            <translation>Summer from (&amp;X)</translation>
        </message>
        <message>
            <source>夏季时间(&amp;Y)</source>
            <translation>Summer hours (&amp;Y)</translation>
        </message>
        <message>
            <source>如 08:00-12:00, 14:30-17:30</source>
            <translation>As 08:00-12:00, 14:30-17:30</translation>
        </message>
    </context>
    <context>
        <name>ImportStep</name>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>办事目录 (*.yaml *.yml)</source>
            <translation>Catalogue (*.yaml *.yml)</translation>
        </message>
        <message>
            <source>变化</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>导入(&amp;I)</source>
            <translation>&amp;Import</translation>
        </message>
        <message>
            <source>导入办事目录</source>
            <translation>Import a catalogue</translation>
        </message>
        <message>
            <source>将要导入的变化</source>
            <translation>Changes to import</translation>
        </message>
        <message>
            <source>所有文件 (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>改了什么</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>文件与现在的目录完全相同，没有要导入的内容。</source>
            <translation>The file is the same as the present catalogue; there is nothing to import.</translation>
        </message>
        <message>
            <source>文件中有 {n} 处问题，什么都没有导入。请改好后再选一次。</source>
            <translation>The file has {n} mistakes and nothing was imported. Please correct it and choose it again.</translation>
        </message>
        <message>
            <source>文件中的问题</source>
            <translation>Mistakes in the file</translation>
        </message>
        <message>
            <source>文件是 UTF-8 的 YAML 目录（catalogue.yaml）。先核对再导入；文件中没有的事项保持不变。</source>
            <translation>A catalogue in YAML, UTF-8 (catalogue.yaml). It is checked first; matters that it does not name stay as they are.</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>New</translation>
        </message>
        <message>
            <source>新增 {new} 项，修改 {changed} 项，不变 {unchanged} 项；部门有变化的 {units} 个。</source>
            <translation>New: {new}, changed: {changed}, unchanged: {unchanged}; units changed: {units}.</translation>
        </message>
        <message>
            <source>正在读取…</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <source>生效日期(&amp;D)</source>
            <translation>Effective on (&amp;D)</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>行</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>选择办事目录文件</source>
            <translation>Choose a catalogue file</translation>
        </message>
        <message>
            <source>选择文件</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>选择文件(&amp;F)…</source>
            <translation>Choose a &amp;file…</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Mistake</translation>
        </message>
    </context>
    <context>
        <name>InquiryForm</name>
        <message>
            <source>摘要(&amp;S)</source>
            <translation>&amp;Summary</translation>
        </message>
        <message>
            <source>收起(&amp;G)</source>
            <translation>Less (&amp;G)</translation>
        </message>
        <message>
            <source>更多(&amp;G)</source>
            <translation>More (&amp;G)</translation>
        </message>
        <message>
            <source>详细内容(&amp;B)</source>
            <translation>Details (&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>保存 Ctrl+Enter</source>
            <translation>Save Ctrl+Enter</translation>
        </message>
        <message>
            <source>保存并打印 Ctrl+P</source>
            <translation>Save and print Ctrl+P</translation>
        </message>
        <message>
            <source>保存并打印告知单、电话记录或指路单</source>
            <translation>save and print the notice, call record or way slip</translation>
        </message>
        <message>
            <source>凭单回访：扫描或输入查询码</source>
            <translation>Back with a slip: scan or type its code</translation>
        </message>
        <message>
            <source>另定更短的时限（受理、移交、请示）</source>
            <translation>Promise earlier (accepted, handed over, asked)</translation>
        </message>
        <message>
            <source>同一人的下一件事</source>
            <translation>Next matter of the same person</translation>
        </message>
        <message>
            <source>后退一步：关闭列表、收起事项卡、清空</source>
            <translation>One step back</translation>
        </message>
        <message>
            <source>展开或收起事项卡</source>
            <translation>Open or close the whole card</translation>
        </message>
        <message>
            <source>怎么说：文明用语、快速答复</source>
            <translation>What to say: phrases, quick answers</translation>
        </message>
        <message>
            <source>您的角色不登记来访，可以查看登记簿。</source>
            <translation>Your role does not register visitors; the register is open to you.</translation>
        </message>
        <message>
            <source>接待登记</source>
            <translation>Intake</translation>
        </message>
        <message>
            <source>撤销：先撤栏内的输入，再撤登记、计数或清空</source>
            <translation>Undo typing, then the last entry</translation>
        </message>
        <message>
            <source>放一放，先接待下一位</source>
            <translation>Park it and see the next visitor</translation>
        </message>
        <message>
            <source>新登记</source>
            <translation>New record</translation>
        </message>
        <message>
            <source>材料：已提供、缺、需更正、不适用</source>
            <translation>Papers: provided, missing …</translation>
        </message>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>清空 Esc</source>
            <translation>Clear Esc</translation>
        </message>
        <message>
            <source>约定回电</source>
            <translation>promise a call</translation>
        </message>
        <message>
            <source>计数：只问路，不登记</source>
            <translation>Count who asks the way</translation>
        </message>
        <message>
            <source>采用答复栏旁提示的说法</source>
            <translation>Take what is proposed beside the answer</translation>
        </message>
    </context>
    <context>
        <name>IssueStep</name>
        <message>
            <source>不出具了(&amp;X)</source>
            <translation>Do not issue (&amp;X)</translation>
        </message>
        <message>
            <source>出具 Ctrl+S</source>
            <translation>Issue Ctrl+S</translation>
        </message>
        <message>
            <source>出具一次性告知单</source>
            <translation>Issue a one-time notice</translation>
        </message>
        <message>
            <source>出具告知单</source>
            <translation>Issue the notice</translation>
        </message>
        <message>
            <source>材料已经核对，告知单还没有出具。</source>
            <translation>The papers are checked, the notice is not issued yet.</translation>
        </message>
        <message>
            <source>材料：已提供、缺、需更正、不适用</source>
            <translation>Papers: provided, missing …</translation>
        </message>
        <message>
            <source>这一事项的内容已找不到，请重新登记后再出具。</source>
            <translation>The content of this matter is gone; please register anew, then issue.</translation>
        </message>
    </context>
    <context>
        <name>KeptApartPart</name>
        <message>
            <source>不相容岗位</source>
            <translation>Kept apart</translation>
        </message>
        <message>
            <source>内部控制要求分开的岗位（如会计与出纳）列在这里，互不顶岗。</source>
            <translation>Posts that internal control separates (accountant and cashier) stand here; they never cover each other.</translation>
        </message>
        <message>
            <source>列为不相容(&amp;D)</source>
            <translation>Keep apart (&amp;D)</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>原因(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>已列为不相容，互不顶岗</source>
            <translation>Kept apart from now on</translation>
        </message>
        <message>
            <source>已解除</source>
            <translation>Lifted</translation>
        </message>
        <message>
            <source>本岗与哪个岗位不相容(&amp;I)</source>
            <translation>Keep this post apart from (&amp;I)</translation>
        </message>
        <message>
            <source>解除选中的一对(&amp;J)</source>
            <translation>Lift the chosen pair (&amp;J)</translation>
        </message>
    </context>
    <context>
        <name>KeyMap</name>
        <message>
            <source>PgUp、PgDn 翻看 · F1 或 Esc 关闭</source>
            <translation>PgUp and PgDn scroll; F1 or Esc closes this</translation>
        </message>
        <message>
            <source>到处可用</source>
            <translation>Everywhere</translation>
        </message>
        <message>
            <source>按 F1 或 Esc 关闭</source>
            <translation>F1 or Esc closes this</translation>
        </message>
        <message>
            <source>看一遍导览(&amp;G)</source>
            <translation>Take the tour (&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>LargeName</name>
        <message>
            <source>Esc 关闭 · 空格 转向对面</source>
            <translation>Esc close · Space turn to the other side</translation>
        </message>
        <message>
            <source>请核对</source>
            <translation>Please check</translation>
        </message>
        <message>
            <source>请核对：{name} {phone}</source>
            <translation>Please check: {name} {phone}</translation>
        </message>
    </context>
    <context>
        <name>LetterForm</name>
        <message>
            <source>办结日期 {due}</source>
            <translation>Due {due}</translation>
        </message>
        <message>
            <source>受理编号 {number}</source>
            <translation>Case no. {number}</translation>
        </message>
    </context>
    <context>
        <name>LetterOffer</name>
        <message>
            <source>{key} 出具{kinds}</source>
            <translation>{key}: {kinds}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>给刚保存的登记出具文书</source>
            <translation>Write a paper for the record just saved</translation>
        </message>
    </context>
    <context>
        <name>LetterPage</name>
        <message>
            <source>{day} {name} 出具</source>
            <translation>Issued {day} by {name}</translation>
        </message>
        <message>
            <source>{number} 已作废，编号保留</source>
            <translation>{number} is void; its number is kept</translation>
        </message>
        <message>
            <source>作废…(&amp;V)</source>
            <translation>&amp;Void…</translation>
        </message>
        <message>
            <source>作废此文书(&amp;X)</source>
            <translation>Make it void (&amp;X)</translation>
        </message>
        <message>
            <source>作废理由</source>
            <translation>Why it is void</translation>
        </message>
        <message>
            <source>尚未打印</source>
            <translation>Not printed yet</translation>
        </message>
        <message>
            <source>已作废，不能再打印</source>
            <translation>Void: cannot be printed</translation>
        </message>
        <message>
            <source>已打印 {n} 次</source>
            <translation>Printed {n}×</translation>
        </message>
        <message>
            <source>已重新出具 {number}</source>
            <translation>Issued again as {number}</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open the record</translation>
        </message>
        <message>
            <source>登记 Ctrl+R</source>
            <translation>Record Ctrl+R</translation>
        </message>
        <message>
            <source>重新出具(&amp;G)</source>
            <translation>Issue a&amp;gain</translation>
        </message>
        <message>
            <source>预览不计入打印次数。打过一次以后，再打的注明“补打第 N 次”，内容不变。</source>
            <translation>A preview counts as no print. Later prints are marked as reprints; the text stays.</translation>
        </message>
    </context>
    <context>
        <name>LetterStep</name>
        <message>
            <source>出具并打印</source>
            <translation>Issue and print</translation>
        </message>
        <message>
            <source>出具并打印 Ctrl+P</source>
            <translation>Issue and print Ctrl+P</translation>
        </message>
        <message>
            <source>出具文书</source>
            <translation>Write a paper</translation>
        </message>
        <message>
            <source>办结、不予办理、中止、恢复和延期的文书，随受理件的这一步一同出具。</source>
            <translation>Letters of a completion, a refusal, a stop, a resumption or an extension are written by that act on the case.</translation>
        </message>
        <message>
            <source>只出具 Ctrl+S</source>
            <translation>Issue only Ctrl+S</translation>
        </message>
        <message>
            <source>只出具，不打印</source>
            <translation>Issue without printing</translation>
        </message>
        <message>
            <source>已出具 {number}</source>
            <translation>Issued {number}</translation>
        </message>
        <message>
            <source>接着上次没有出具的内容</source>
            <translation>Continues what was not issued</translation>
        </message>
        <message>
            <source>放大、缩小预览</source>
            <translation>Zoom the preview</translation>
        </message>
        <message>
            <source>文书种类</source>
            <translation>Kinds of papers</translation>
        </message>
        <message>
            <source>文书预览</source>
            <translation>Preview of the paper</translation>
        </message>
        <message>
            <source>材料逐项核对完，这里就显示纸面。</source>
            <translation>The paper shows here once every row is checked.</translation>
        </message>
        <message>
            <source>看纸面 F11</source>
            <translation>See the paper F11</translation>
        </message>
        <message>
            <source>看纸面，或回到填写</source>
            <translation>See the paper, or go back to the form</translation>
        </message>
        <message>
            <source>返回；写了的还在，下次接着写</source>
            <translation>Back; what was typed stays for next time</translation>
        </message>
        <message>
            <source>这条登记没有可以出具的文书。</source>
            <translation>There is no paper to write for this record.</translation>
        </message>
        <message>
            <source>选文书种类（在左侧列表上按）</source>
            <translation>Choose the kind (on the list at the left)</translation>
        </message>
        <message>
            <source>重新填写</source>
            <translation>Start afresh</translation>
        </message>
    </context>
    <context>
        <name>LightFields</name>
        <message>
            <source>10 个工作日起，{least}–{most} 天</source>
            <translation>Of 10 or more; {least}–{most}</translation>
        </message>
        <message>
            <source>10 个工作日起，{least}–{most}；5 即五分之一</source>
            <translation>Of 10 or more; {least}–{most}, 5 is a fifth</translation>
        </message>
        <message>
            <source>2–9 个工作日的，{least}–{most} 天</source>
            <translation>Of 2–9 working days; {least}–{most}</translation>
        </message>
        <message>
            <source>{short} 个工作日的提前 {before} 天变黄，{long} 个的提前 {earlier} 天；{minutes} 分钟的用去 {used} 分钟。</source>
            <translation>Of {short} working days: yellow {before} before the last. Of {long}: {earlier} before. Of {minutes} minutes: after {used}.</translation>
        </message>
        <message>
            <source>填好后，这里说明各种时限何时变黄。</source>
            <translation>Once these are filled in, this line says when limits turn yellow.</translation>
        </message>
        <message>
            <source>按分钟、小时的(&amp;Y)</source>
            <translation>In minutes and hours (&amp;Y)</translation>
        </message>
        <message>
            <source>用去百分之 {least}–{most}</source>
            <translation>Percent gone by, {least}–{most}</translation>
        </message>
        <message>
            <source>短时限提前几天(&amp;T)</source>
            <translation>Shor&amp;t limits: days before</translation>
        </message>
        <message>
            <source>计时和临期变黄</source>
            <translation>Counting, and when lights turn yellow</translation>
        </message>
        <message>
            <source>长时限提前几分之一(&amp;W)</source>
            <translation>Long limits: a part (&amp;W)</translation>
        </message>
        <message>
            <source>长时限至少提前(&amp;X)</source>
            <translation>Long limits: at least (&amp;X)</translation>
        </message>
    </context>
    <context>
        <name>LimitPart</name>
        <message>
            <source>不另定了 {key}</source>
            <translation>No own promise {key}</translation>
        </message>
        <message>
            <source>不得长于{given}</source>
            <translation>Not longer than {given}</translation>
        </message>
        <message>
            <source>不能定时限的原因</source>
            <translation>Why no limit can be given</translation>
        </message>
        <message>
            <source>另定更短的时限 {key}</source>
            <translation>Promise earlier {key}</translation>
        </message>
        <message>
            <source>另有几个部门</source>
            <translation>Further offices</translation>
        </message>
        <message>
            <source>如 等上级统一部署</source>
            <translation>e.g. waiting for a decision above</translation>
        </message>
        <message>
            <source>承诺的时限数</source>
            <translation>Number of the promised limit</translation>
        </message>
        <message>
            <source>本单位承诺的时限</source>
            <translation>Limit promised by this office</translation>
        </message>
        <message>
            <source>（不另定）</source>
            <translation>(none of our own)</translation>
        </message>
    </context>
    <context>
        <name>Line</name>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>ListStep</name>
        <message>
            <source>A4 横向，每个数字后面是其记录</source>
            <translation>A4 across, each figure with its records</translation>
        </message>
        <message>
            <source>不含来访人姓名；投诉举报只有编号。打印和存为文件都记入修改痕迹。</source>
            <translation>No visitor is named; of complaints there is only the number. Prints and files are noted in the log.</translation>
        </message>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
    </context>
    <context>
        <name>LogsPage</name>
        <message>
            <source>{n} 条</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>一次告知(&amp;T)</source>
            <translation>&amp;Told once</translation>
        </message>
        <message>
            <source>二次告知核准</source>
            <translation>second notices</translation>
        </message>
        <message>
            <source>二次告知核准(&amp;A)</source>
            <translation>Second notices to &amp;approve</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>前一周</source>
            <translation>Week before</translation>
        </message>
        <message>
            <source>后一周</source>
            <translation>Week after</translation>
        </message>
        <message>
            <source>周报(&amp;K)</source>
            <translation>Wee&amp;kly log</translation>
        </message>
        <message>
            <source>周报、一次告知、找错门的事</source>
            <translation>week, told once, wrong doors</translation>
        </message>
        <message>
            <source>周次</source>
            <translation>Week</translation>
        </message>
        <message>
            <source>完整</source>
            <translation>Full</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>导出人</source>
            <translation>By</translation>
        </message>
        <message>
            <source>导出记录</source>
            <translation>History of exports</translation>
        </message>
        <message>
            <source>建议建目录</source>
            <translation>new matters proposed</translation>
        </message>
        <message>
            <source>建议建目录(&amp;S)</source>
            <translation>For the catalogue (&amp;S)</translation>
        </message>
        <message>
            <source>找错门的事(&amp;J)</source>
            <translation>Wrong doors (&amp;J)</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>未写成</source>
            <translation>Not written</translation>
        </message>
        <message>
            <source>本周</source>
            <translation>This week</translation>
        </message>
        <message>
            <source>本周(&amp;W)</source>
            <translation>This &amp;week</translation>
        </message>
        <message>
            <source>用途：{purpose}</source>
            <translation>Purpose: {purpose}</translation>
        </message>
        <message>
            <source>统计与导出</source>
            <translation>Logs, figures</translation>
        </message>
        <message>
            <source>脱敏</source>
            <translation>Masked</translation>
        </message>
        <message>
            <source>还没有导出过。每次导出都会记在这里：谁、什么时候、哪些文件。</source>
            <translation>Nothing exported yet. Each export will stand here: who, when, which files.</translation>
        </message>
        <message>
            <source>这一周没有登记也没有计数。有了来访登记，这里就会有数字和图。</source>
            <translation>Nothing was recorded or counted in this week. Figures and pictures appear with the first visitor.</translation>
        </message>
    </context>
    <context>
        <name>LongWork</name>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>正在读取…</source>
            <translation>Reading…</translation>
        </message>
    </context>
    <context>
        <name>LooksSection</name>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>只管这台电脑，选定即生效；告知单等文书不随之改变。</source>
            <translation>For this PC only, at once; notices and other papers do not change with it.</translation>
        </message>
        <message>
            <source>外观</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>文字大小</source>
            <translation>Size of text</translation>
        </message>
        <message>
            <source>没有操作多久后自动锁定(&amp;I)</source>
            <translation>Lock by &amp;itself after</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>界面语言</source>
            <translation>Language of the windows</translation>
        </message>
        <message>
            <source>语言与外观</source>
            <translation>Language, look</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>M月d日 ddd</source>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <source>应急：先打电话，后登记</source>
            <translation>Emergency: call first</translation>
        </message>
        <message>
            <source>按键一览</source>
            <translation>Map of keys</translation>
        </message>
        <message>
            <source>搜索</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>撤销：先撤栏内的输入，再撤刚才的登记或计数</source>
            <translation>Undo typing, then the last entry</translation>
        </message>
        <message>
            <source>暂离 30 分钟并锁定；回来后销假</source>
            <translation>Leave for 30 minutes and lock; when back: confirm</translation>
        </message>
        <message>
            <source>退一步，不丢内容</source>
            <translation>One step back; nothing is lost</translation>
        </message>
        <message>
            <source>遮挡屏幕</source>
            <translation>Shade the screen</translation>
        </message>
        <message>
            <source>重试(&amp;R)</source>
            <translation>&amp;Retry</translation>
        </message>
        <message>
            <source>锁定，换人</source>
            <translation>Lock, change person</translation>
        </message>
    </context>
    <context>
        <name>MaterialEdit</name>
        <message>
            <source>何时需要</source>
            <translation>When needed</translation>
        </message>
        <message>
            <source>何时需要（总是需要则不填）</source>
            <translation>When needed (empty: always)</translation>
        </message>
        <message>
            <source>原件 </source>
            <translation>originals </translation>
        </message>
        <message>
            <source>原件份数</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>复印件 </source>
            <translation>copies </translation>
        </message>
        <message>
            <source>复印件份数</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>paper</translation>
        </message>
        <message>
            <source>材料名称</source>
            <translation>Name of the paper</translation>
        </message>
        <message>
            <source>英文名称</source>
            <translation>English name</translation>
        </message>
        <message>
            <source>英文名称（可不填）</source>
            <translation>English name (optional)</translation>
        </message>
    </context>
    <context>
        <name>MaterialList</name>
        <message>
            <source>{when}？（{no}. {name}）</source>
            <translation>{when}? ({no}. {name})</translation>
        </message>
        <message>
            <source>{words}（{counts}）</source>
            <translation>{words} ({counts})</translation>
        </message>
        <message>
            <source>{words}（{reason}）</source>
            <translation>{words} ({reason})</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>上次没有这一项</source>
            <translation>not asked for last time</translation>
        </message>
        <message>
            <source>上次：{state}</source>
            <translation>Last time: {state}</translation>
        </message>
        <message>
            <source>先问清楚：按 1 是、2 否</source>
            <translation>Please ask first: 1 yes, 2 no</translation>
        </message>
        <message>
            <source>再次告知的原因</source>
            <translation>Reason for naming it again</translation>
        </message>
        <message>
            <source>原件 {n} 份</source>
            <translation>originals: {n}</translation>
        </message>
        <message>
            <source>否</source>
            <translation>No</translation>
        </message>
        <message>
            <source>哪里需要更正</source>
            <translation>What must be corrected</translation>
        </message>
        <message>
            <source>复印件 {n} 份</source>
            <translation>copies: {n}</translation>
        </message>
        <message>
            <source>是</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>逐项核对：按 1 已提供、2 缺、3 需更正、4 不适用，自动到下一项</source>
            <translation>Check one by one: 1 provided, 2 missing, 3 to correct, 4 not applicable</translation>
        </message>
        <message>
            <source>需更正的原因</source>
            <translation>Reason of the correction</translation>
        </message>
    </context>
    <context>
        <name>MatterEditor</name>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>保存 Ctrl+S</source>
            <translation>Save Ctrl+S</translation>
        </message>
        <message>
            <source>修改事项</source>
            <translation>Change the matter</translation>
        </message>
        <message>
            <source>修改还没有保存。</source>
            <translation>The changes are not saved yet.</translation>
        </message>
        <message>
            <source>您可以更正地点、时间和电话，保存后立即生效；其他内容由负责人修改。</source>
            <translation>You may correct place, hours and phone, at once; the rest is changed by those in charge.</translation>
        </message>
        <message>
            <source>放弃修改(&amp;X)</source>
            <translation>Discard changes (&amp;X)</translation>
        </message>
        <message>
            <source>新建事项</source>
            <translation>New matter</translation>
        </message>
        <message>
            <source>生效日期(&amp;D)</source>
            <translation>Effective on (&amp;D)</translation>
        </message>
        <message>
            <source>返回，未保存时先问</source>
            <translation>Back; asks first while unsaved</translation>
        </message>
    </context>
    <context>
        <name>MatterField</name>
        <message>
            <source>事项(&amp;M)</source>
            <translation>&amp;Matter</translation>
        </message>
        <message>
            <source>名称、关键词、编码或拼音首字母，↓ 常用</source>
            <translation>Name, code, initials; ↓ usual ones</translation>
        </message>
        <message>
            <source>目录里没有这个事项：请清空此栏，把内容写进摘要。</source>
            <translation>Not in the catalogue: please clear this field and write it into the summary.</translation>
        </message>
    </context>
    <context>
        <name>MatterForm</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不计时情形（一行一条）</source>
            <translation>Not counted (one a line)</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>依据与条件</source>
            <translation>Basis and condition</translation>
        </message>
        <message>
            <source>关键词（用顿号或逗号分开）</source>
            <translation>Keywords (between commas)</translation>
        </message>
        <message>
            <source>办理依据（一行一条）</source>
            <translation>Basis (one a line)</translation>
        </message>
        <message>
            <source>办理地点与联系</source>
            <translation>Place and contact</translation>
        </message>
        <message>
            <source>承诺时限</source>
            <translation>Promised limit</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>时限数</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>材料与流程</source>
            <translation>Papers and steps</translation>
        </message>
        <message>
            <source>流程</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>添加材料(&amp;M)</source>
            <translation>Add a paper (&amp;M)</translation>
        </message>
        <message>
            <source>添加步骤(&amp;T)</source>
            <translation>Add a s&amp;tep</translation>
        </message>
        <message>
            <source>结果与收费</source>
            <translation>Result and fee</translation>
        </message>
        <message>
            <source>网上可办</source>
            <translation>Can be done online</translation>
        </message>
        <message>
            <source>（尚未确定）</source>
            <translation>(not set yet)</translation>
        </message>
    </context>
    <context>
        <name>MatterSheet</name>
        <message>
            <source>{words} — {when}</source>
            <translation>{words} — {when}</translation>
        </message>
        <message>
            <source>{words}（{counts}）</source>
            <translation>{words} ({counts})</translation>
        </message>
        <message>
            <source>› {words}</source>
            <translation>› {words}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不计时</source>
            <translation>Not counted</translation>
        </message>
        <message>
            <source>事项内容</source>
            <translation>Content of the matter</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>关键词</source>
            <translation>Keywords</translation>
        </message>
        <message>
            <source>内容还不完整，缺：{names}</source>
            <translation>Not complete yet; missing: {names}</translation>
        </message>
        <message>
            <source>原件 {n} 份</source>
            <translation>originals: {n}</translation>
        </message>
        <message>
            <source>在岗</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>复印件 {n} 份</source>
            <translation>copies: {n}</translation>
        </message>
        <message>
            <source>尚未生效</source>
            <translation>Not in force yet</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>Not in use</translation>
        </message>
        <message>
            <source>承办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>承诺时限 {limit}</source>
            <translation>Promised limit {limit}</translation>
        </message>
        <message>
            <source>承诺时限 {limit}，现在受理最迟 {due} 办结</source>
            <translation>Promised limit {limit}; accepted now: done by {due}</translation>
        </message>
        <message>
            <source>承诺时限 {limit}，现在受理最迟 {due} 办结（暂定）</source>
            <translation>Promised limit {limit}; accepted now: done by {due} (provisional)</translation>
        </message>
        <message>
            <source>收费</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>时限尚未确定，登记时不能承诺办结时间</source>
            <translation>No limit set yet: no date can be promised</translation>
        </message>
        <message>
            <source>服务对象</source>
            <translation>For whom</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>条件</source>
            <translation>Condition</translation>
        </message>
        <message>
            <source>法定时限</source>
            <translation>Statutory limit</translation>
        </message>
        <message>
            <source>流程</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>版次</source>
            <translation>Edition</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>监督电话</source>
            <translation>Supervision</translation>
        </message>
        <message>
            <source>第 {n} 版，自 {day} 起</source>
            <translation>Edition {n}, from {day}</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>网上可办</source>
            <translation>Can be done online</translation>
        </message>
    </context>
    <context>
        <name>MatterSide</name>
        <message>
            <source>{moment}（暂定）</source>
            <translation>{moment} (provisional)</translation>
        </message>
        <message>
            <source>按这个时限，最迟 {due} 办结。</source>
            <translation>By this limit, done by {due}.</translation>
        </message>
        <message>
            <source>无时限：列在应办事项的最后，以后可以再给出时限。</source>
            <translation>No limit: listed last in what is due; a limit can be given later.</translation>
        </message>
    </context>
    <context>
        <name>MergeStep</name>
        <message>
            <source>不同的内容：保留左边的、右边的</source>
            <translation>What differs: keep the left, the right</translation>
        </message>
        <message>
            <source>合并</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>合并 Ctrl+S</source>
            <translation>Merge Ctrl+S</translation>
        </message>
        <message>
            <source>合并后登记都归到保留的一位；合错了可以撤销，原样分开。</source>
            <translation>All records go to the one who stays. A wrong merge can be undone.</translation>
        </message>
        <message>
            <source>合并来访人</source>
            <translation>Merge visitors</translation>
        </message>
        <message>
            <source>已合并到{name}，转入 {n} 条登记</source>
            <translation>Merged into {name}; {n} records moved</translation>
        </message>
        <message>
            <source>已撤销合并，两位的登记各归各位</source>
            <translation>Merge undone; each has their own records again</translation>
        </message>
        <message>
            <source>退一步，什么都不改</source>
            <translation>Go back; nothing changes</translation>
        </message>
        <message>
            <source>选定是同一人的一位</source>
            <translation>Choose who is the same person</translation>
        </message>
    </context>
    <context>
        <name>MisdirectedView</name>
        <message>
            <source>人次</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>共 {n} 人次，{m} 件事。投诉举报和作废的不在其中。</source>
            <translation>{n} times, {m} kinds. Complaints and void records are not counted.</translation>
        </message>
        <message>
            <source>应到单位</source>
            <translation>Right unit</translation>
        </message>
        <message>
            <source>找错门的事</source>
            <translation>Wrong doors</translation>
        </message>
        <message>
            <source>有事项的按事项算；没有的，按摘要里说到的单位职责算，再没有的按摘要算。</source>
            <translation>Counted by matter; else by the duty of the unit that the summary names; else by the summary.</translation>
        </message>
        <message>
            <source>来问的事</source>
            <translation>What they came for</translation>
        </message>
        <message>
            <source>这段时间没有人被引导到外单位。登记“引导告知”以后，这里就有数字。</source>
            <translation>Nobody was guided to another unit in this time. Once somebody is, the numbers stand here.</translation>
        </message>
    </context>
    <context>
        <name>MomentField</name>
        <message>
            <source>看不懂这个日期，请写成 12-1、明天 或 下周五。</source>
            <translation>This date cannot be read; write 12-1, tomorrow or Fri.</translation>
        </message>
        <message>
            <source>看不懂这个时间，请写成 14:30、昨天 9:00 或 12-1。</source>
            <translation>This time cannot be read; write 14:30, yesterday 9:00 or 12-1.</translation>
        </message>
    </context>
    <context>
        <name>MonthGrid</name>
        <message>
            <source>月历：同事和日期</source>
            <translation>Month: colleagues and days</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>AB同离</source>
            <translation>A, B away</translation>
        </message>
        <message>
            <source>{count} 对A、B岗同时不在</source>
            <translation>pairs of A and B away: {count}</translation>
        </message>
        <message>
            <source>空岗 {hours} 小时，{count} 个岗位</source>
            <translation>uncovered {hours} h, {count} posts</translation>
        </message>
        <message>
            <source>空岗小时</source>
            <translation>Uncovered h</translation>
        </message>
    </context>
    <context>
        <name>MonthView</name>
        <message>
            <source>■ 空岗 {hours} 小时，{count} 个岗位</source>
            <translation>■ Uncovered {hours} h, {count} posts</translation>
        </message>
        <message>
            <source>▲ A、B同时不在 {count} 天</source>
            <translation>▲ A and B both away: {count} days</translation>
        </message>
        <message>
            <source>● 没有空岗</source>
            <translation>● All covered</translation>
        </message>
        <message>
            <source>上一月、下一月</source>
            <translation>month before, month after</translation>
        </message>
        <message>
            <source>上月 PgUp</source>
            <translation>Before PgUp</translation>
        </message>
        <message>
            <source>下月 PgDn</source>
            <translation>After PgDn</translation>
        </message>
        <message>
            <source>为选中一天的空岗指定临时顶岗</source>
            <translation>name a stand-in for what nobody covers on the chosen day</translation>
        </message>
        <message>
            <source>今天(&amp;T)</source>
            <translation>Today (&amp;T)</translation>
        </message>
        <message>
            <source>回到今天（在月历上按）</source>
            <translation>back to today (on the grid)</translation>
        </message>
        <message>
            <source>回到本月，再回到同事</source>
            <translation>back to this month, then to the colleagues</translation>
        </message>
        <message>
            <source>指定临时顶岗 N</source>
            <translation>Name a stand-in N</translation>
        </message>
        <message>
            <source>换一位同事、换一天</source>
            <translation>another colleague, another day</translation>
        </message>
        <message>
            <source>没有人离岗。</source>
            <translation>Nobody is away.</translation>
        </message>
        <message>
            <source>看这位同事；在“空岗”一行看空岗的A岗</source>
            <translation>see the colleague; in the first row, whose post is uncovered</translation>
        </message>
        <message>
            <source>离岗的人上班时间没有要顶的岗位。</source>
            <translation>Whoever is away leaves no post in office hours.</translation>
        </message>
        <message>
            <source>这一天不上班，不算空岗。</source>
            <translation>The office is closed: nothing counts as uncovered.</translation>
        </message>
    </context>
    <context>
        <name>MorePart</name>
        <message>
            <source>5 人以上，请告知领导。</source>
            <translation>Five or more: please tell the leader.</translation>
        </message>
        <message>
            <source>与本人关系</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>事项性质</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>代办人姓名</source>
            <translation>Agent's name</translation>
        </message>
        <message>
            <source>代办人电话</source>
            <translation>Agent's phone</translation>
        </message>
        <message>
            <source>其他联系方式</source>
            <translation>Other contact</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>如 2026-0001</source>
            <translation>As 2026-0001</translation>
        </message>
        <message>
            <source>如 父亲、同学</source>
            <translation>e.g. father, classmate</translation>
        </message>
        <message>
            <source>已告知领导</source>
            <translation>Leader told</translation>
        </message>
        <message>
            <source>拟办意见</source>
            <translation>Proposed handling</translation>
        </message>
        <message>
            <source>紧急程度</source>
            <translation>Urgency</translation>
        </message>
        <message>
            <source>重复来访的编号</source>
            <translation>Earlier record no.</translation>
        </message>
    </context>
    <context>
        <name>MyWorkView</name>
        <message>
            <source>上一条、下一条</source>
            <translation>previous, next line</translation>
        </message>
        <message>
            <source>为什么是我</source>
            <translation>Why me</translation>
        </message>
        <message>
            <source>为谁</source>
            <translation>For</translation>
        </message>
        <message>
            <source>为谁、交接单、职责单(&amp;Y)</source>
            <translation>For whom, notes, sheet (&amp;Y)</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>到“限时待办”办理选中的一条；回电到“今日”</source>
            <translation>deal with the line on the board; a call in Today</translation>
        </message>
        <message>
            <source>到期</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>剩余</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>回到全部，再回到同事</source>
            <translation>back to all, then to the colleagues</translation>
        </message>
        <message>
            <source>您自己名下没有等办的事。</source>
            <translation>Nothing of your own waits.</translation>
        </message>
        <message>
            <source>我的工作</source>
            <translation>My work</translation>
        </message>
        <message>
            <source>接收交接（在列表上按）</source>
            <translation>accept the hand-over (on the list)</translation>
        </message>
        <message>
            <source>现在没有等您办的事。受理、转办、替别人顶岗的事会列在这里。</source>
            <translation>Nothing waits for you. Cases, transfers and what you do for others are listed here.</translation>
        </message>
        <message>
            <source>看、打印岗位职责单</source>
            <translation>see, print the duty sheet</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>这位同事的岗位现在没有未结的事，有新的会列在这里。</source>
            <translation>Nothing is open at the posts of this colleague; what is new is listed here.</translation>
        </message>
    </context>
    <context>
        <name>NamingForm</name>
        <message>
            <source>{holder} 的 {count} 个岗位</source>
            <translation>{count} posts of {holder}</translation>
        </message>
        <message>
            <source>{holder}：{post}</source>
            <translation>{holder}: {post}</translation>
        </message>
        <message>
            <source>上班时间共 {length} 没有人；A岗或B岗先回来的，仍由其负责。</source>
            <translation>Nobody is there for {length} of office hours. If the holder or a stand-in is back earlier, the post is theirs.</translation>
        </message>
        <message>
            <source>从(&amp;F)</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>到(&amp;T)</source>
            <translation>&amp;To</translation>
        </message>
        <message>
            <source>姓名或拼音；按 ↓ 看可以指定的人</source>
            <translation>name or pinyin; ↓ shows who can be named</translation>
        </message>
        <message>
            <source>已指定 {name} 临时顶岗，到时自动接手</source>
            <translation>{name} is named and takes over by itself when the time comes</translation>
        </message>
        <message>
            <source>已指定 {name}，可改派</source>
            <translation>{name} is named; you may name another</translation>
        </message>
        <message>
            <source>指定 Ctrl+S</source>
            <translation>Name Ctrl+S</translation>
        </message>
        <message>
            <source>提前指定临时顶岗</source>
            <translation>Name a stand-in ahead</translation>
        </message>
        <message>
            <source>由谁临时顶岗(&amp;N)</source>
            <translation>Who sta&amp;nds in</translation>
        </message>
        <message>
            <source>看不懂这个时间，请写成 9:30 或 11-20 9:30。</source>
            <translation>This time cannot be read; write 9:30 or 11-20 9:30.</translation>
        </message>
        <message>
            <source>空岗(&amp;P)</source>
            <translation>&amp;Post without anybody</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>&amp;Return</translation>
        </message>
        <message>
            <source>这里已经没有空岗：离岗改了期，或者有人回来了。</source>
            <translation>Nothing is uncovered here any more: the absence was moved, or somebody is back.</translation>
        </message>
    </context>
    <context>
        <name>NamingPage</name>
        <message>
            <source>在姓名里：看可以指定的人</source>
            <translation>in the name: show who can be named</translation>
        </message>
        <message>
            <source>指定临时顶岗</source>
            <translation>Name a stand-in</translation>
        </message>
        <message>
            <source>指定；当事人和月历马上看到</source>
            <translation>name; the person and the month see it at once</translation>
        </message>
        <message>
            <source>返回，写了的还在</source>
            <translation>back; what is written stays</translation>
        </message>
    </context>
    <context>
        <name>NotedForm</name>
        <message>
            <source>不填就是现在</source>
            <translation>Empty: now</translation>
        </message>
        <message>
            <source>代记签收</source>
            <translation>Note who acknowledged</translation>
        </message>
        <message>
            <source>签收人(&amp;N)</source>
            <translation>Acknowledged by (&amp;N)</translation>
        </message>
        <message>
            <source>签收方式(&amp;M)</source>
            <translation>How (&amp;M)</translation>
        </message>
        <message>
            <source>签收时间(&amp;W)</source>
            <translation>When (&amp;W)</translation>
        </message>
        <message>
            <source>记录签收(&amp;S)</source>
            <translation>Note it (&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message>
            <source>再打一次 F5</source>
            <translation>Print again F5</translation>
        </message>
        <message>
            <source>告知单预览</source>
            <translation>Preview of the notice</translation>
        </message>
        <message>
            <source>尚未打印</source>
            <translation>Not printed yet</translation>
        </message>
        <message>
            <source>已作废，不能再打印</source>
            <translation>Void: it cannot be printed</translation>
        </message>
        <message>
            <source>已打印 {n} 次</source>
            <translation>Prints: {n}</translation>
        </message>
        <message>
            <source>用上次的打印机再打</source>
            <translation>Print again on the same printer</translation>
        </message>
        <message>
            <source>预览不计入打印次数。打过一次以后，再打的单子注明“补打第 N 次”，内容不变。</source>
            <translation>A preview does not count. Later prints are marked 补打第 N 次 (reprint); nothing else changes.</translation>
        </message>
    </context>
    <context>
        <name>OfficeHoursSection</name>
        <message>
            <source>{first} 至 {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{month}月{day}日起 {hours}</source>
            <translation>from {month}-{day}: {hours}</translation>
        </message>
        <message>
            <source>{name} 设</source>
            <translation>set by {name}</translation>
        </message>
        <message>
            <source>{on} 起用新的办公时间</source>
            <translation>New office hours from {on}</translation>
        </message>
        <message>
            <source>下一套起用前</source>
            <translation>further notice</translation>
        </message>
        <message>
            <source>从哪一天起(&amp;D)</source>
            <translation>From which &amp;day</translation>
        </message>
        <message>
            <source>从某一天起另设</source>
            <translation>Other hours from a day on</translation>
        </message>
        <message>
            <source>修改将起用的时间</source>
            <translation>Change coming hours</translation>
        </message>
        <message>
            <source>办公时间</source>
            <translation>Office hours</translation>
        </message>
        <message>
            <source>原因(&amp;N)</source>
            <translation>Reaso&amp;n</translation>
        </message>
        <message>
            <source>另设一套(&amp;A)</source>
            <translation>&amp;Add hours</translation>
        </message>
        <message>
            <source>各套办公时间</source>
            <translation>Sets of office hours</translation>
        </message>
        <message>
            <source>如 2027-05-01；已过的日子不改</source>
            <translation>As 2027-05-01; days that are over stay</translation>
        </message>
        <message>
            <source>如 依学校通知，夏季作息</source>
            <translation>As: summer hours, by the university's notice</translation>
        </message>
        <message>
            <source>已撤销从 {on} 起用的办公时间</source>
            <translation>The hours from {on} are withdrawn</translation>
        </message>
        <message>
            <source>撤销这一套(&amp;U)</source>
            <translation>Withdraw (&amp;U)</translation>
        </message>
        <message>
            <source>最初</source>
            <translation>Beginning</translation>
        </message>
        <message>
            <source>核对并保存(&amp;S)</source>
            <translation>Check and &amp;save</translation>
        </message>
        <message>
            <source>每一天按当天有效的时间算期限；改时间只管以后的日子，已过的日子保持原样。</source>
            <translation>Each day counts by the hours in force on it; new hours hold for days to come, days that are over stay as they were.</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>起用</source>
            <translation>From</translation>
        </message>
        <message>
            <source>这里按起用日期列出办公时间。</source>
            <translation>Office hours are listed here by their first day.</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>OfficeSection</name>
        <message>
            <source>下班后收件(&amp;F)</source>
            <translation>Receipt a&amp;fter hours</translation>
        </message>
        <message>
            <source>不在目录中</source>
            <translation>Not in the catalogue</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>办公地点(&amp;P)</source>
            <translation>&amp;Place</translation>
        </message>
        <message>
            <source>区号(&amp;Q)</source>
            <translation>Area code (&amp;Q)</translation>
        </message>
        <message>
            <source>单位名称(&amp;N)</source>
            <translation>&amp;Name of the office</translation>
        </message>
        <message>
            <source>单位英文名称(&amp;E)</source>
            <translation>&amp;English name</translation>
        </message>
        <message>
            <source>咨询电话(&amp;D)</source>
            <translation>Phone (&amp;D)</translation>
        </message>
        <message>
            <source>学校名称(&amp;U)</source>
            <translation>&amp;University</translation>
        </message>
        <message>
            <source>学校英文名称(&amp;V)</source>
            <translation>Uni&amp;versity in English</translation>
        </message>
        <message>
            <source>已保存本单位的设置</source>
            <translation>Settings of the office saved</translation>
        </message>
        <message>
            <source>已给出的编号不变</source>
            <translation>Numbers already given stay</translation>
        </message>
        <message>
            <source>放弃修改(&amp;R)</source>
            <translation>Disca&amp;rd changes</translation>
        </message>
        <message>
            <source>时区(&amp;Z)</source>
            <translation>Time &amp;zone</translation>
        </message>
        <message>
            <source>本单位</source>
            <translation>This office</translation>
        </message>
        <message>
            <source>监督电话(&amp;G)</source>
            <translation>Supervision phone (&amp;G)</translation>
        </message>
        <message>
            <source>目录中的本单位(&amp;M)</source>
            <translation>Our unit (&amp;M)</translation>
        </message>
        <message>
            <source>编号样式(&amp;B)</source>
            <translation>Style of num&amp;bers</translation>
        </message>
        <message>
            <source>编号用简称(&amp;H)</source>
            <translation>S&amp;hort name for numbers</translation>
        </message>
        <message>
            <source>认本地座机用，如 0731</source>
            <translation>To know local landlines, as 0731</translation>
        </message>
    </context>
    <context>
        <name>OfficerForm</name>
        <message>
            <source>{number} 的首问责任人已更正</source>
            <translation>First officer of {number} corrected</translation>
        </message>
        <message>
            <source>更正(&amp;V)</source>
            <translation>Correct (&amp;V)</translation>
        </message>
        <message>
            <source>更正为(&amp;T)</source>
            <translation>Correct &amp;to</translation>
        </message>
        <message>
            <source>更正首问责任人：现为 {name}</source>
            <translation>Correct the first officer: now {name}</translation>
        </message>
        <message>
            <source>没有其他可选的人员，请先在设置中添加账号。</source>
            <translation>There is nobody else; please add an account in Settings first.</translation>
        </message>
        <message>
            <source>理由(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
    </context>
    <context>
        <name>OpenFollowUps</name>
        <message>
            <source>另有 {n} 项</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>未了事项</source>
            <translation>Still open</translation>
        </message>
    </context>
    <context>
        <name>OwnPasswordPage</name>
        <message>
            <source>两次输入的密码不一样，请再输一遍。</source>
            <translation>The two passwords differ; please type them again.</translation>
        </message>
        <message>
            <source>再输一遍(&amp;A)</source>
            <translation>Once more (&amp;A)</translation>
        </message>
        <message>
            <source>新密码(&amp;N)</source>
            <translation>&amp;New password</translation>
        </message>
        <message>
            <source>现在的密码(&amp;O)</source>
            <translation>Present passw&amp;ord</translation>
        </message>
        <message>
            <source>现在的密码是别人替您设定的，请换成只有您自己知道的密码。</source>
            <translation>Somebody else set your password; please choose one that only you know.</translation>
        </message>
        <message>
            <source>至少 8 位，不要用常见的密码。</source>
            <translation>At least 8 characters, not a common one.</translation>
        </message>
        <message>
            <source>设定并继续(&amp;S)</source>
            <translation>&amp;Set and go on</translation>
        </message>
        <message>
            <source>设定自己的密码</source>
            <translation>Choose your own password</translation>
        </message>
    </context>
    <context>
        <name>OwnPasswordSection</name>
        <message>
            <source>两次输入的密码不一样，请再输一遍。</source>
            <translation>The two passwords differ; please type them again.</translation>
        </message>
        <message>
            <source>再输一遍新密码(&amp;A)</source>
            <translation>New password &amp;again</translation>
        </message>
        <message>
            <source>密码已更换，下次登录请用新密码</source>
            <translation>Password changed; it holds from the next sign-in</translation>
        </message>
        <message>
            <source>我的密码</source>
            <translation>My password</translation>
        </message>
        <message>
            <source>新密码(&amp;N)</source>
            <translation>&amp;New password</translation>
        </message>
        <message>
            <source>更换密码(&amp;S)</source>
            <translation>Change pa&amp;ssword</translation>
        </message>
        <message>
            <source>现在的密码(&amp;O)</source>
            <translation>Present passw&amp;ord</translation>
        </message>
        <message>
            <source>至少 {length} 位，可以用一句好记的话</source>
            <translation>At least {length} characters; a short phrase is fine</translation>
        </message>
    </context>
    <context>
        <name>PaperOptions</name>
        <message>
            <source>80 mm(&amp;R)</source>
            <translation>80 mm (&amp;R)</translation>
        </message>
        <message>
            <source>A4 三联(&amp;T)</source>
            <translation>A4, 3 par&amp;ts</translation>
        </message>
        <message>
            <source>A4 两联(&amp;D)</source>
            <translation>A4, 2 parts (&amp;D)</translation>
        </message>
        <message>
            <source>A5 单联(&amp;W)</source>
            <translation>A5 (&amp;W)</translation>
        </message>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>大字版(&amp;L)</source>
            <translation>&amp;Large print</translation>
        </message>
        <message>
            <source>对照(&amp;B)</source>
            <translation>&amp;Both</translation>
        </message>
        <message>
            <source>纸张</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
    </context>
    <context>
        <name>PaperPane</name>
        <message>
            <source>{character}（{code}）</source>
            <translation>{character} ({code})</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>放大预览</source>
            <translation>Enlarge the preview</translation>
        </message>
        <message>
            <source>本机没有这些字的字形：{listed}。纸上印出编码并留出横线。</source>
            <translation>No font here has {listed}. The paper shows the code and a line to write on.</translation>
        </message>
        <message>
            <source>缩小预览</source>
            <translation>Shrink the preview</translation>
        </message>
        <message>
            <source>适合宽度</source>
            <translation>Fit width</translation>
        </message>
    </context>
    <context>
        <name>PaperStep</name>
        <message>
            <source>PDF 文件 (*.pdf)</source>
            <translation>PDF file (*.pdf)</translation>
        </message>
        <message>
            <source>{character}（{code}）</source>
            <translation>{character} ({code})</translation>
        </message>
        <message>
            <source>{name} 已送打印机</source>
            <translation>{name} sent to the printer</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>共 {n} 页</source>
            <translation>Pages: {n}</translation>
        </message>
        <message>
            <source>共 {n} 页，预览前 {m} 页</source>
            <translation>Pages: {n}; the first {m} are shown</translation>
        </message>
        <message>
            <source>另选打印机…</source>
            <translation>Another printer…</translation>
        </message>
        <message>
            <source>存为 PDF 文件</source>
            <translation>Save as PDF file</translation>
        </message>
        <message>
            <source>存为 PDF… Ctrl+S</source>
            <translation>Save as PDF… Ctrl+S</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>Saved as {path}</translation>
        </message>
        <message>
            <source>打印… Ctrl+P</source>
            <translation>Print… Ctrl+P</translation>
        </message>
        <message>
            <source>打印机：{name}</source>
            <translation>Printer: {name}</translation>
        </message>
        <message>
            <source>打印，可选打印机</source>
            <translation>Print, choose a printer</translation>
        </message>
        <message>
            <source>放大、缩小预览</source>
            <translation>Enlarge, reduce</translation>
        </message>
        <message>
            <source>放大预览</source>
            <translation>Enlarge the preview</translation>
        </message>
        <message>
            <source>本机没有这些字的字形：{listed}。纸上印出编码并留出横线，请手写补上。</source>
            <translation>This machine has no font for {listed}. The paper has the code and a line; please write them in.</translation>
        </message>
        <message>
            <source>纸面预览</source>
            <translation>Preview of the paper</translation>
        </message>
        <message>
            <source>缩小预览</source>
            <translation>Reduce the preview</translation>
        </message>
        <message>
            <source>适合宽度</source>
            <translation>Fit width</translation>
        </message>
    </context>
    <context>
        <name>PapersPart</name>
        <message>
            <source>收到材料</source>
            <translation>Papers received</translation>
        </message>
        <message>
            <source>没有留下材料</source>
            <translation>No papers left here</translation>
        </message>
        <message>
            <source>添加材料</source>
            <translation>Add a paper</translation>
        </message>
    </context>
    <context>
        <name>ParkedRow</name>
        <message>
            <source>未保存</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>继续填写 {title}</source>
            <translation>Go on with {title}</translation>
        </message>
    </context>
    <context>
        <name>PartButtons</name>
        <message>
            <source>{part}，其中 {n} 件过了签收时限无人签收</source>
            <translation>{part}, {n} of them not acknowledged in time</translation>
        </message>
        <message>
            <source>今天没有到期的事项。</source>
            <translation>Nothing is due today.</translation>
        </message>
        <message>
            <source>您的岗位没有待办。</source>
            <translation>Your posts owe nothing.</translation>
        </message>
        <message>
            <source>您转出的都已签收、办结。</source>
            <translation>All that you sent was acknowledged and done.</translation>
        </message>
        <message>
            <source>没有中止计时的事项。</source>
            <translation>No clock stands.</translation>
        </message>
        <message>
            <source>没有临近到期的事项。</source>
            <translation>Nothing is due soon.</translation>
        </message>
        <message>
            <source>没有由您负责的待办。</source>
            <translation>Nothing waits for you.</translation>
        </message>
        <message>
            <source>没有等待签收的转办。</source>
            <translation>No transfer waits to be acknowledged.</translation>
        </message>
        <message>
            <source>没有超期的事项。</source>
            <translation>Nothing is overdue.</translation>
        </message>
        <message>
            <source>现在没有待办。受理承诺、转办、请示后答复的登记，会按到期先后列在这里。</source>
            <translation>Nothing is owed now. Promises, transfers and questions to the leader will stand here, the most urgent first.</translation>
        </message>
    </context>
    <context>
        <name>PassForm</name>
        <message>
            <source>岗位名称、拼音首字母、编码或姓名</source>
            <translation>Post, initials, code or name</translation>
        </message>
        <message>
            <source>此件已转办两次：第三次转办将报单位负责人裁定。</source>
            <translation>Passed on twice already: the third time the unit head decides.</translation>
        </message>
        <message>
            <source>没有这个岗位，请从列表中选定。</source>
            <translation>There is no such post; please choose one from the list.</translation>
        </message>
        <message>
            <source>理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
        <message>
            <source>裁定(&amp;S)</source>
            <translation>Decide (&amp;S)</translation>
        </message>
        <message>
            <source>裁定由哪个岗位办理</source>
            <translation>Decide which post deals with it</translation>
        </message>
        <message>
            <source>转交(&amp;S)</source>
            <translation>Pass on (&amp;S)</translation>
        </message>
        <message>
            <source>转交其他岗位</source>
            <translation>Pass on to another post</translation>
        </message>
        <message>
            <source>转给岗位(&amp;P)</source>
            <translation>To post (&amp;P)</translation>
        </message>
    </context>
    <context>
        <name>PassOnForm</name>
        <message>
            <source>没有其他可以接的同事，请先在设置中添加账号。</source>
            <translation>Nobody else can take it; add an account in the settings first.</translation>
        </message>
        <message>
            <source>转交 Enter</source>
            <translation>Pass on Enter</translation>
        </message>
        <message>
            <source>转给(&amp;T)</source>
            <translation>Pass on to (&amp;T)</translation>
        </message>
    </context>
    <context>
        <name>PassedPage</name>
        <message>
            <source>{state} {n} 个工作日</source>
            <translation>{state}, workdays: {n}</translation>
        </message>
        <message>
            <source>{to}（{who} 签收）</source>
            <translation>{to} (acknowledged by {who})</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>回到限时待办</source>
            <translation>Back to the follow-ups</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open the record</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>没有人签收的在前，一直列着；签收、了结的保留十四天。Enter 打开登记。</source>
            <translation>What nobody has stands first and stays; what is taken or settled stays fourteen days. Enter opens the record.</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>转出时间</source>
            <translation>Sent at</translation>
        </message>
        <message>
            <source>转出记录</source>
            <translation>Passed on by me</translation>
        </message>
        <message>
            <source>转出记录列表</source>
            <translation>List of what I passed on</translation>
        </message>
        <message>
            <source>转给</source>
            <translation>To</translation>
        </message>
        <message>
            <source>近两周没有转出的。转办、转接、托同事回电的，会列在这里，有人签收前一直在。</source>
            <translation>Nothing passed on lately. Transfers, visitors put through and calls left to colleagues stand here until somebody has them.</translation>
        </message>
    </context>
    <context>
        <name>PauseForm</name>
        <message>
            <source>12-1、下周五</source>
            <translation>12-1, Fri</translation>
        </message>
        <message>
            <source>中止原因(&amp;C)</source>
            <translation>Cause (&amp;C)</translation>
        </message>
        <message>
            <source>中止当天仍计入；同时出具中止计时告知书，交给申请人。</source>
            <translation>Today still counts; the notice for the applicant is issued too.</translation>
        </message>
        <message>
            <source>中止计时(&amp;S)</source>
            <translation>Stop the clock (&amp;S)</translation>
        </message>
        <message>
            <source>依据(&amp;G)</source>
            <translation>Rule (&amp;G)</translation>
        </message>
        <message>
            <source>具体情况(&amp;X)</source>
            <translation>What it is (&amp;X)</translation>
        </message>
        <message>
            <source>预计到哪天(&amp;W)</source>
            <translation>Planned until (&amp;W)</translation>
        </message>
    </context>
    <context>
        <name>PersonPart</name>
        <message>
            <source>匿名(&amp;A)</source>
            <translation>&amp;Anonymous</translation>
        </message>
        <message>
            <source>姓名(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>学号/工号(&amp;U)</source>
            <translation>St&amp;udent/staff no.</translation>
        </message>
        <message>
            <source>学院/部门(&amp;D)</source>
            <translation>School/unit (&amp;D)</translation>
        </message>
        <message>
            <source>已作个人信息告知(&amp;I)</source>
            <translation>Pr&amp;ivacy notice given</translation>
        </message>
        <message>
            <source>拒绝提供(&amp;C)</source>
            <translation>De&amp;clined</translation>
        </message>
        <message>
            <source>拒绝提供(&amp;R)</source>
            <translation>Declined (&amp;R)</translation>
        </message>
        <message>
            <source>来电人拒绝提供姓名</source>
            <translation>The caller does not give a name</translation>
        </message>
        <message>
            <source>来电人拒绝提供电话</source>
            <translation>The caller does not give a phone number</translation>
        </message>
        <message>
            <source>类别(&amp;K)</source>
            <translation>Category (&amp;K)</translation>
        </message>
        <message>
            <source>联系电话(&amp;T)</source>
            <translation>Phone (&amp;T)</translation>
        </message>
        <message>
            <source>请先说：「为了回复您，我登记一下您的称呼和电话，可以吗？」</source>
            <translation>Please say: “May I note your name and phone number, so that we can reply to you?”</translation>
        </message>
        <message>
            <source>请先说：「姓名、电话只用于答复、办理和监督，到期删除；只咨询可以不留。」</source>
            <translation>Please say: “Name and phone serve the reply, the handling and supervision only and are erased in time; for a question you need not leave them.”</translation>
        </message>
    </context>
    <context>
        <name>PhrasePanel</name>
        <message>
            <source>↑ ↓ 前后句 · 空格或 Esc 回到列表</source>
            <translation>↑ ↓ others · Space or Esc back</translation>
        </message>
        <message>
            <source>可以说的话</source>
            <translation>What can be said</translation>
        </message>
        <message>
            <source>回到列表 Enter</source>
            <translation>To the list Enter</translation>
        </message>
        <message>
            <source>大字朗读 Enter</source>
            <translation>Large Enter</translation>
        </message>
        <message>
            <source>存为快速答复 Ctrl+D</source>
            <translation>Keep answer Ctrl+D</translation>
        </message>
        <message>
            <source>应急 Ctrl+E</source>
            <translation>Emergency Ctrl+E</translation>
        </message>
        <message>
            <source>快答</source>
            <translation>quick</translation>
        </message>
        <message>
            <source>怎么说</source>
            <translation>What to say</translation>
        </message>
        <message>
            <source>放入答复 Enter</source>
            <translation>Put in Enter</translation>
        </message>
        <message>
            <source>数字换场合 · ← → 中英对调 · 空格大字 · Esc 关闭</source>
            <translation>Digits: situation · ← → language · Space large · Esc</translation>
        </message>
        <message>
            <source>查找快速答复</source>
            <translation>Find a quick answer</translation>
        </message>
        <message>
            <source>问题、关键词、拼音首字母</source>
            <translation>Question, keyword, pinyin</translation>
        </message>
    </context>
    <context>
        <name>PhraseSide</name>
        <message>
            <source>先填写摘要：它就是快速答复的问题。</source>
            <translation>Fill in the summary first: it becomes the question.</translation>
        </message>
        <message>
            <source>已存为快速答复：{question}</source>
            <translation>Kept as a quick answer: {question}</translation>
        </message>
        <message>
            <source>没有这样的快速答复。换个说法，或用拼音首字母试试。</source>
            <translation>No such quick answer. Try other words or pinyin initials.</translation>
        </message>
        <message>
            <source>还没有快速答复。写好一条答复，按 Ctrl+D 存到这里；也可以在设置里添加。</source>
            <translation>No quick answers yet. Write an answer and keep it here with Ctrl+D, or add one in the settings.</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>下周五、12-25</source>
            <translation>12-25, 2026-12-25</translation>
        </message>
        <message>
            <source>内容(&amp;T)</source>
            <translation>&amp;Topic</translation>
        </message>
        <message>
            <source>列入计划 Ctrl+S</source>
            <translation>Plan it Ctrl+S</translation>
        </message>
        <message>
            <source>受训人(&amp;N)</source>
            <translation>Trai&amp;nee</translation>
        </message>
        <message>
            <source>如：2026 年下半年第一批</source>
            <translation>as: second half of 2026, first batch</translation>
        </message>
        <message>
            <source>岗位(&amp;P)</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>已把 {name} 的培训列入计划</source>
            <translation>The training of {name} is on the plan</translation>
        </message>
        <message>
            <source>批次(&amp;M)</source>
            <translation>Batch (&amp;M)</translation>
        </message>
        <message>
            <source>方式(&amp;I)</source>
            <translation>K&amp;ind</translation>
        </message>
        <message>
            <source>最晚日期(&amp;F)</source>
            <translation>Latest day (&amp;F)</translation>
        </message>
        <message>
            <source>看不懂这个日期，请写成 12-25 或 2026-12-25。</source>
            <translation>This day cannot be read; write 12-25 or 2026-12-25.</translation>
        </message>
        <message>
            <source>计划培训</source>
            <translation>Plan training</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>Back (&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>Plans</name>
        <message>
            <source>{n} 人今年还没有参加过培训。</source>
            <translation>{n} people had no training this year.</translation>
        </message>
        <message>
            <source>{n} 项计划，已培训 {done}，逾期 {late}。</source>
            <translation>{n} planned, {done} held, {late} late.</translation>
        </message>
        <message>
            <source>今年未培训</source>
            <translation>None this year</translation>
        </message>
        <message>
            <source>培训计划</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>已取消 {name} 的培训计划</source>
            <translation>The planned training of {name} was dropped</translation>
        </message>
    </context>
    <context>
        <name>PostsSection</name>
        <message>
            <source>A岗</source>
            <translation>Holder</translation>
        </message>
        <message>
            <source>A岗离岗时，转办和待办自动转给顶岗人。</source>
            <translation>While the holder is away, transfers and open matters go to the stand-in.</translation>
        </message>
        <message>
            <source>B岗</source>
            <translation>Stand-in</translation>
        </message>
        <message>
            <source>▲ {faults}</source>
            <translation>▲ {faults}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不填就是今天</source>
            <translation>empty: today</translation>
        </message>
        <message>
            <source>从哪天起(&amp;F)</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>共 {count} 个岗位，其中 {waiting} 个还没有确认在岗人，排在前面。</source>
            <translation>{count} posts; {waiting} of them, listed first, have no confirmed holder yet. </translation>
        </message>
        <message>
            <source>共 {count} 个岗位，在岗人都已确认。</source>
            <translation>{count} posts, all with a confirmed holder.</translation>
        </message>
        <message>
            <source>在岗人（A岗）(&amp;N)</source>
            <translation>Holder (&amp;N)</translation>
        </message>
        <message>
            <source>对调两位顶岗人(&amp;X)</source>
            <translation>E&amp;xchange the two</translation>
        </message>
        <message>
            <source>导入办事目录后，这里列出各事项的承办岗位。</source>
            <translation>Once a catalogue is imported, the posts in charge of its matters stand here.</translation>
        </message>
        <message>
            <source>将任</source>
            <translation>planned</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>岗位列表</source>
            <translation>List of posts</translation>
        </message>
        <message>
            <source>已排定：{name}，{day} 起生效</source>
            <translation>Planned: {name}, from {day}</translation>
        </message>
        <message>
            <source>已确认</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>已确认在岗人：{name}</source>
            <translation>Holder confirmed: {name}</translation>
        </message>
        <message>
            <source>建立单位时各岗位都先由第一个账号代管，请逐个选定实际在岗人；不变的也请确认一次。</source>
            <translation>At first the first account holds every post; please choose who really does, and confirm also where it stays the same.</translation>
        </message>
        <message>
            <source>待确认</source>
            <translation>To confirm</translation>
        </message>
        <message>
            <source>批准人(&amp;P)</source>
            <translation>A&amp;pproved by</translation>
        </message>
        <message>
            <source>曾任</source>
            <translation>was</translation>
        </message>
        <message>
            <source>未设</source>
            <translation>none</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>看不懂这个日期，请写成 12-1 或 2026-12-01。</source>
            <translation>Not a date; please write 12-1 or 2026-12-01.</translation>
        </message>
        <message>
            <source>确认在岗人(&amp;S)</source>
            <translation>Confirm the holder (&amp;S)</translation>
        </message>
        <message>
            <source>第二顶岗人（B2）(&amp;C)</source>
            <translation>Se&amp;cond stand-in (B2)</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>自 {day}</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>至 {day}</source>
            <translation>to {day}</translation>
        </message>
        <message>
            <source>还在 {count} 个岗位任 B岗；一人顶岗不宜超过 {most} 个。</source>
            <translation>Stands in for {count} other posts; nobody should for more than {most}.</translation>
        </message>
        <message>
            <source>顶岗人（B岗）(&amp;B)</source>
            <translation>Stand-in (&amp;B)</translation>
        </message>
        <message>
            <source>（不设）</source>
            <translation>(nobody)</translation>
        </message>
    </context>
    <context>
        <name>PrintDesk</name>
        <message>
            <source>打印机：{name}</source>
            <translation>Printer: {name}</translation>
        </message>
    </context>
    <context>
        <name>PrintLine</name>
        <message>
            <source>{number} 纸出来了吗？</source>
            <translation>Did {number} come out?</translation>
        </message>
        <message>
            <source>{n} 份待确认出纸</source>
            <translation>{n} to confirm</translation>
        </message>
        <message>
            <source>{n} 份没有打印成功</source>
            <translation>{n} not printed</translation>
        </message>
        <message>
            <source>出来了 Y</source>
            <translation>Yes Y</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>查看打印队列</source>
            <translation>Look at the print queue</translation>
        </message>
        <message>
            <source>没有 N</source>
            <translation>No N</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>PrintQueueStep</name>
        <message>
            <source>{name} × {n}</source>
            <translation>{name} × {n}</translation>
        </message>
        <message>
            <source>{number} 已送打印机</source>
            <translation>{number} sent to the printer</translation>
        </message>
        <message>
            <source>不再打印，写明原因</source>
            <translation>do not print it, and say why</translation>
        </message>
        <message>
            <source>不打了… Del</source>
            <translation>Give up… Del</translation>
        </message>
        <message>
            <source>为什么不打了(&amp;W)</source>
            <translation>Why not (&amp;W)</translation>
        </message>
        <message>
            <source>再打一次</source>
            <translation>print once more</translation>
        </message>
        <message>
            <source>再打一次 F5</source>
            <translation>Print again F5</translation>
        </message>
        <message>
            <source>出来了 Y</source>
            <translation>It came out Y</translation>
        </message>
        <message>
            <source>单据</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>另选打印机… Ctrl+P</source>
            <translation>Another printer… Ctrl+P</translation>
        </message>
        <message>
            <source>另选打印机再打</source>
            <translation>print on another printer</translation>
        </message>
        <message>
            <source>已发送到打印机，还没有人确认纸出来了。再打一次就算这一次没有出纸，补打次数不变。</source>
            <translation>Sent to the printer, and nobody has confirmed that it came out. Printing again counts this one as not come out; the copy mark stays the same.</translation>
        </message>
        <message>
            <source>已发送的都出来了(&amp;Y)</source>
            <translation>All that was sent came out (&amp;Y)</translation>
        </message>
        <message>
            <source>待确认出纸</source>
            <translation>to confirm</translation>
        </message>
        <message>
            <source>打印机</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>打印队列</source>
            <translation>Print queue</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>没有 N</source>
            <translation>It did not N</translation>
        </message>
        <message>
            <source>没有出纸</source>
            <translation>nothing came out</translation>
        </message>
        <message>
            <source>没有打印成功</source>
            <translation>not printed</translation>
        </message>
        <message>
            <source>没有等待处理的打印。没有打印成功的、还没有确认出纸的单据会列在这里。</source>
            <translation>Nothing waits. Papers that were not printed, or that nobody has confirmed, stand here.</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>移出队列(&amp;M)</source>
            <translation>Remove (&amp;M)</translation>
        </message>
        <message>
            <source>纸出来了</source>
            <translation>the paper came out</translation>
        </message>
        <message>
            <source>经手</source>
            <translation>By</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>重开程序、换人登录，队列都还在；处理过的就不再列出。</source>
            <translation>The queue outlives a restart and a change of person; what is settled leaves it.</translation>
        </message>
    </context>
    <context>
        <name>PrintersSection</name>
        <message>
            <source>{counter} · 只管这台电脑的这个窗口，选定即生效。</source>
            <translation>{counter} · For this counter on this machine only; acts at once.</translation>
        </message>
        <message>
            <source>{name}（找不到）</source>
            <translation>{name} (not found)</translation>
        </message>
        <message>
            <source>上层纸盒</source>
            <translation>Upper tray</translation>
        </message>
        <message>
            <source>上次用过的打印机</source>
            <translation>The printer used last</translation>
        </message>
        <message>
            <source>下层纸盒</source>
            <translation>Lower tray</translation>
        </message>
        <message>
            <source>中层纸盒</source>
            <translation>Middle tray</translation>
        </message>
        <message>
            <source>份数(&amp;N)</source>
            <translation>Copies (&amp;N)</translation>
        </message>
        <message>
            <source>信封</source>
            <translation>Envelopes</translation>
        </message>
        <message>
            <source>其他：登记表、空白表、指南、桌牌</source>
            <translation>Others: register, blank papers, guides, cards</translation>
        </message>
        <message>
            <source>单据与打印机</source>
            <translation>Papers and printers</translation>
        </message>
        <message>
            <source>单据种类(&amp;K)</source>
            <translation>Kind of paper (&amp;K)</translation>
        </message>
        <message>
            <source>单据语言(&amp;G)</source>
            <translation>Language (&amp;G)</translation>
        </message>
        <message>
            <source>单独设置(&amp;O)</source>
            <translation>Set apart (&amp;O)</translation>
        </message>
        <message>
            <source>大字(&amp;L)</source>
            <translation>Large letters (&amp;L)</translation>
        </message>
        <message>
            <source>所有单据（没有单独设置的）</source>
            <translation>All papers that are not set apart</translation>
        </message>
        <message>
            <source>手动送纸</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>打印出来的单据先记入打印队列；没有出纸的留在队列里，重开程序也不会丢。</source>
            <translation>Each paper stands in the print queue first; what did not come out stays there, also after a restart.</translation>
        </message>
        <message>
            <source>打印机(&amp;R)</source>
            <translation>Printer (&amp;R)</translation>
        </message>
        <message>
            <source>打印测试页</source>
            <translation>Test page</translation>
        </message>
        <message>
            <source>打印测试页(&amp;E)</source>
            <translation>Print a test page (&amp;E)</translation>
        </message>
        <message>
            <source>打印队列(&amp;Q)</source>
            <translation>Print queue (&amp;Q)</translation>
        </message>
        <message>
            <source>把 PDF 原样交给系统打印，字迹更清晰(&amp;V)</source>
            <translation>Hand the PDF to the system as it is, for sharper print (&amp;V)</translation>
        </message>
        <message>
            <source>测试页已送往 {name}。</source>
            <translation>The test page went to {name}.</translation>
        </message>
        <message>
            <source>直接打印，不再询问打印机(&amp;D)</source>
            <translation>Print at once, without asking for a printer (&amp;D)</translation>
        </message>
        <message>
            <source>简短存根(&amp;U)</source>
            <translation>Short stub (&amp;U)</translation>
        </message>
        <message>
            <source>纸匣</source>
            <translation>Cassette</translation>
        </message>
        <message>
            <source>纸张(&amp;Z)</source>
            <translation>Size (&amp;Z)</translation>
        </message>
        <message>
            <source>纸盒(&amp;T)</source>
            <translation>Tray (&amp;T)</translation>
        </message>
        <message>
            <source>自动</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>链式送纸</source>
            <translation>Tractor</translation>
        </message>
    </context>
    <context>
        <name>PromiseForm</name>
        <message>
            <source>从现在起算，不得长于法定时限和已公布的承诺。</source>
            <translation>Counts from now; never longer than the statute or the published promise.</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>时限(&amp;L)</source>
            <translation>Limit (&amp;L)</translation>
        </message>
        <message>
            <source>给出时限(&amp;S)</source>
            <translation>Promise it (&amp;S)</translation>
        </message>
        <message>
            <source>请选定</source>
            <translation>Please choose</translation>
        </message>
    </context>
    <context>
        <name>ProposalForm</name>
        <message>
            <source>写入(&amp;S)</source>
            <translation>Save (&amp;S)</translation>
        </message>
        <message>
            <source>拟办意见</source>
            <translation>Proposal</translation>
        </message>
        <message>
            <source>拟办意见(&amp;P)</source>
            <translation>Proposal (&amp;P)</translation>
        </message>
        <message>
            <source>首问责任人能看到；改写时，原来的意见留在经过里。</source>
            <translation>The first officer sees it; what stood here before stays in the history.</translation>
        </message>
    </context>
    <context>
        <name>ProposalPart</name>
        <message>
            <source>{number} 的拟办意见已写入</source>
            <translation>The proposal for {number} is saved</translation>
        </message>
        <message>
            <source>写拟办意见(&amp;P)…</source>
            <translation>Write the proposal (&amp;P)…</translation>
        </message>
        <message>
            <source>拟办意见应于 {due} 前写出</source>
            <translation>The proposal is due by {due}</translation>
        </message>
        <message>
            <source>拟办意见迟了，应于 {due} 前写出</source>
            <translation>The proposal is late, it was due by {due}</translation>
        </message>
        <message>
            <source>拟办意见（{who} {at}）：{text}</source>
            <translation>Proposal ({who} {at}): {text}</translation>
        </message>
        <message>
            <source>改拟办意见(&amp;P)…</source>
            <translation>Change the proposal (&amp;P)…</translation>
        </message>
    </context>
    <context>
        <name>Proposals</name>
        <message>
            <source>当场办结：{made}</source>
            <translation>Done on the spot: {made}</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>锁定 Ctrl+L</source>
            <translation>Lock Ctrl+L</translation>
        </message>
        <message>
            <source>首问接待</source>
            <translation>Reception</translation>
        </message>
    </context>
    <context>
        <name>RarePanel</name>
        <message>
            <source>填入 Enter</source>
            <translation>Take Enter</translation>
        </message>
        <message>
            <source>如 hong、U+2CB4E；只列生僻字</source>
            <translation>As hong or U+2CB4E; rare characters only</translation>
        </message>
        <message>
            <source>找到的字</source>
            <translation>Characters found</translation>
        </message>
        <message>
            <source>拼音或编码</source>
            <translation>Sound or code</translation>
        </message>
        <message>
            <source>没有读音是它的生僻字，试试编码</source>
            <translation>No rare character sounds so; try its code</translation>
        </message>
        <message>
            <source>生僻字</source>
            <translation>Rare characters</translation>
        </message>
        <message>
            <source>返回 Esc</source>
            <translation>Back Esc</translation>
        </message>
    </context>
    <context>
        <name>RatesView</name>
        <message>
            <source>一次办成率</source>
            <translation>One visit</translation>
        </message>
        <message>
            <source>一次办成率：{n} 天内没有为同一事项再来的来访人 ÷ 首次来访已满 {n} 天的来访人；只看本人到场的来访，没有关联为“重复来访”或“凭告知单回访”的看不到。</source>
            <translation>One visit: visitors who did not come again for the same matter within {n} days ÷ visitors whose first visit is {n} days ago. Only visits in person count; a return that nobody linked as repeated or brought back with its slip is not seen.</translation>
        </message>
        <message>
            <source>一次告知率</source>
            <translation>Told once</translation>
        </message>
        <message>
            <source>一次告知率和一次办成率</source>
            <translation>Rates of being told once and of one visit</translation>
        </message>
        <message>
            <source>一次告知率：没有“首次告知有遗漏”的件 ÷ 出具过告知单的件；同一件事的几次来访算一件，记在首次告知人名下。</source>
            <translation>Told once: cases without an omission of ours ÷ cases with a notice. Several visits for one thing are one case, under the name of who told first.</translation>
        </message>
        <message>
            <source>上一行、下一行</source>
            <translation>Line before, line after</translation>
        </message>
        <message>
            <source>上月(&amp;V)</source>
            <translation>Pre&amp;vious month</translation>
        </message>
        <message>
            <source>今年(&amp;Y)</source>
            <translation>This &amp;year</translation>
        </message>
        <message>
            <source>件</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>另有 {n} 份补正材料通知单没有逐项勾选材料，看不出是否一次告知，不计入比率。</source>
            <translation>{n} more notices to supplement were not ticked row by row; nobody can tell whether all was told at once, so no rate counts them.</translation>
        </message>
        <message>
            <source>合计</source>
            <translation>All</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>回到比率</source>
            <translation>Back to the rates</translation>
        </message>
        <message>
            <source>数字背后的登记(&amp;X)</source>
            <translation>E&amp;xamine records</translation>
        </message>
        <message>
            <source>末日(&amp;L)</source>
            <translation>&amp;Last day</translation>
        </message>
        <message>
            <source>本季度(&amp;Q)</source>
            <translation>This &amp;quarter</translation>
        </message>
        <message>
            <source>本月(&amp;M)</source>
            <translation>This &amp;month</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitors</translation>
        </message>
        <message>
            <source>看数字背后的登记；再按一次打开登记</source>
            <translation>See the records behind the number; once more opens one</translation>
        </message>
        <message>
            <source>这段时间没有告知单，也没有来访。出具告知单以后，这里就有比率。</source>
            <translation>No notice and no visit in this time. Once notices are issued, the rates stand here.</translation>
        </message>
        <message>
            <source>选一个数字</source>
            <translation>Choose a number</translation>
        </message>
        <message>
            <source>首日(&amp;B)</source>
            <translation>&amp;Begins</translation>
        </message>
    </context>
    <context>
        <name>ReadAloud</name>
        <message>
            <source>大字朗读</source>
            <translation>Large, to read aloud</translation>
        </message>
    </context>
    <context>
        <name>ReadOutPage</name>
        <message>
            <source>已读完，记录告知</source>
            <translation>Read out; note it</translation>
        </message>
        <message>
            <source>已读给对方听 Ctrl+S</source>
            <translation>Read out Ctrl+S</translation>
        </message>
        <message>
            <source>没有读完就返回，不记录</source>
            <translation>Back without noting anything</translation>
        </message>
        <message>
            <source>要读的内容</source>
            <translation>What to read out</translation>
        </message>
        <message>
            <source>读完按 Ctrl+S，记下谁在何时告知了谁；按 Esc 返回则不记录。</source>
            <translation>Ctrl+S when it was read out: that notes who told whom, and when. Esc goes back and notes nothing.</translation>
        </message>
        <message>
            <source>读给对方听</source>
            <translation>Read out to the visitor</translation>
        </message>
    </context>
    <context>
        <name>ReasonForm</name>
        <message>
            <source>提出申请(&amp;S)</source>
            <translation>Ask for it (&amp;S)</translation>
        </message>
        <message>
            <source>改为{limit}，自原来的起算时间算起；须由单位负责人批准。</source>
            <translation>Becomes {limit}, from the original start; the unit head decides.</translation>
        </message>
        <message>
            <source>理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
        <message>
            <source>记录撤回(&amp;S)</source>
            <translation>Note it (&amp;S)</translation>
        </message>
        <message>
            <source>这一件到此结束，登记随之办结。</source>
            <translation>The case ends here, and its record with it.</translation>
        </message>
    </context>
    <context>
        <name>RecognitionLine</name>
        <message>
            <source>{moment} 已登记过「{what}」，编号 {number}</source>
            <translation>Recorded already {moment}: “{what}”, {number}</translation>
        </message>
        <message>
            <source>{month}月{day}日 {time}</source>
            <translation>on {month}/{day} {time}</translation>
        </message>
        <message>
            <source>两份资料像是同一个人，合并成一份</source>
            <translation>These two look like one person: merge them</translation>
        </message>
        <message>
            <source>今天 {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>取消重复 Ctrl+M</source>
            <translation>Not repeated Ctrl+M</translation>
        </message>
        <message>
            <source>另有 {n} 位</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>可能是老来访人：{who}，第 {n} 次</source>
            <translation>Perhaps known: {who}, contact no. {n}</translation>
        </message>
        <message>
            <source>合并…</source>
            <translation>Merge…</translation>
        </message>
        <message>
            <source>同一电话或学号登记过另一姓名，请核对：{who}</source>
            <translation>Same phone or number, other name; please check: {who}</translation>
        </message>
        <message>
            <source>填入(&amp;Q)</source>
            <translation>Fill in (&amp;Q)</translation>
        </message>
        <message>
            <source>已标为重复来访：{number}</source>
            <translation>Marked as repeated: {number}</translation>
        </message>
        <message>
            <source>打开 Ctrl+O</source>
            <translation>Open Ctrl+O</translation>
        </message>
        <message>
            <source>昨天 {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <source>有姓名相近的老来访人，请核对：{who}</source>
            <translation>Similar name, please check: {who}</translation>
        </message>
        <message>
            <source>标为重复 Ctrl+M</source>
            <translation>Repeated Ctrl+M</translation>
        </message>
        <message>
            <source>看下一位</source>
            <translation>Next one</translation>
        </message>
        <message>
            <source>认出老来访人：{who}，第 {n} 次</source>
            <translation>Known visitor: {who}, contact no. {n}</translation>
        </message>
        <message>
            <source>，上次 {month}月{day}日「{summary}」</source>
            <translation>, last on {month:02d}-{day:02d}: “{summary}”</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>作废(&amp;V)…</source>
            <translation>&amp;Void…</translation>
        </message>
        <message>
            <source>出具一次性告知单(&amp;N)</source>
            <translation>Issue a one-time &amp;notice</translation>
        </message>
        <message>
            <source>出具文书… Ctrl+D</source>
            <translation>Write a paper… Ctrl+D</translation>
        </message>
        <message>
            <source>合并来访人(&amp;M)…</source>
            <translation>&amp;Merge visitors…</translation>
        </message>
        <message>
            <source>听错、写错的地方改过来；原来的内容留在经过里</source>
            <translation>Set right what was misheard or mistyped; the history keeps what it said before</translation>
        </message>
        <message>
            <source>收起 Esc</source>
            <translation>Close Esc</translation>
        </message>
        <message>
            <source>显示完整信息(&amp;S)</source>
            <translation>&amp;Show full details</translation>
        </message>
        <message>
            <source>更正(&amp;G)…</source>
            <translation>Correct (&amp;G)…</translation>
        </message>
        <message>
            <source>更正首问责任人(&amp;O)…</source>
            <translation>Correct first &amp;officer…</translation>
        </message>
        <message>
            <source>查看会记入修改痕迹</source>
            <translation>Looking is noted in the audit log</translation>
        </message>
        <message>
            <source>电话记录(&amp;H)</source>
            <translation>Telep&amp;hone record</translation>
        </message>
        <message>
            <source>登记内容</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>约定回电 Ctrl+B</source>
            <translation>Promise a call Ctrl+B</translation>
        </message>
        <message>
            <source>重新办理(&amp;J)…</source>
            <translation>Reopen (&amp;J)…</translation>
        </message>
    </context>
    <context>
        <name>RefuseForm</name>
        <message>
            <source>不予办理(&amp;S)</source>
            <translation>Refuse (&amp;S)</translation>
        </message>
        <message>
            <source>依据(&amp;G)</source>
            <translation>Rule (&amp;G)</translation>
        </message>
        <message>
            <source>同时出具不予办理告知书和内部报告。</source>
            <translation>The notice and the internal report are issued too.</translation>
        </message>
        <message>
            <source>条款(&amp;T)</source>
            <translation>Clause (&amp;T)</translation>
        </message>
        <message>
            <source>来访人可以怎么办(&amp;O)</source>
            <translation>What the visitor may do (&amp;O)</translation>
        </message>
        <message>
            <source>理由(&amp;X)</source>
            <translation>Reason (&amp;X)</translation>
        </message>
    </context>
    <context>
        <name>RegisterPage</name>
        <message>
            <source>上一条、下一条</source>
            <translation>Previous, next</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>保存更正</source>
            <translation>Save the correction</translation>
        </message>
        <message>
            <source>停电时手写用的空白登记表和告知单</source>
            <translation>Blank register and notices to write by hand without power</translation>
        </message>
        <message>
            <source>共 {n} 条，最新的在最上面</source>
            <translation>Records: {n}, newest first</translation>
        </message>
        <message>
            <source>去登记</source>
            <translation>Go to intake</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>合并打开的登记的来访人</source>
            <translation>Merge the visitor of the open record</translation>
        </message>
        <message>
            <source>处置</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>备用空白表(&amp;E)</source>
            <translation>Blank pap&amp;ers</translation>
        </message>
        <message>
            <source>已出具 {number}</source>
            <translation>{number} issued</translation>
        </message>
        <message>
            <source>已更正</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>打印登记表</source>
            <translation>Print the register</translation>
        </message>
        <message>
            <source>打印登记表… Ctrl+P</source>
            <translation>Print… Ctrl+P</translation>
        </message>
        <message>
            <source>打开选中的登记</source>
            <translation>Open the chosen record</translation>
        </message>
        <message>
            <source>收起登记，清除筛选</source>
            <translation>Close the record, clear filters</translation>
        </message>
        <message>
            <source>方式</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>更正打开的登记</source>
            <translation>Correct the open record</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>没有符合条件的登记。换个说法试试，或者清除筛选。</source>
            <translation>No record fits. Please try other words, or clear the filters.</translation>
        </message>
        <message>
            <source>清除筛选</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>登记簿</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>登记簿列表</source>
            <translation>List of the register</translation>
        </message>
        <message>
            <source>符合条件的有 {n} 条</source>
            <translation>Records found: {n}</translation>
        </message>
        <message>
            <source>给打开的登记出具文书</source>
            <translation>Write a paper for the open record</translation>
        </message>
        <message>
            <source>给打开的登记约定回电</source>
            <translation>promise a call for the open record</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>补登</source>
            <translation>Late entry</translation>
        </message>
        <message>
            <source>还没有登记。接待第一位来访人后，每一条记录都在这里。</source>
            <translation>No records yet. Each visitor you receive will stand here.</translation>
        </message>
        <message>
            <source>重新办理已办结的（负责人）</source>
            <translation>Reopen a case that has ended (heads)</translation>
        </message>
        <message>
            <source>首问责任人</source>
            <translation>First officer</translation>
        </message>
        <message>
            <source>（未留名）</source>
            <translation>(no name)</translation>
        </message>
    </context>
    <context>
        <name>RegisterPrintStep</name>
        <message>
            <source>{first} 至 {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{n} 条登记</source>
            <translation>Records: {n}</translation>
        </message>
        <message>
            <source>会印在每一页上，并记入修改痕迹。</source>
            <translation>Stands on every page and in the audit log.</translation>
        </message>
        <message>
            <source>停止 Esc</source>
            <translation>Stop Esc</translation>
        </message>
        <message>
            <source>停止生成</source>
            <translation>Stop drawing</translation>
        </message>
        <message>
            <source>全部登记(&amp;F)</source>
            <translation>All records (&amp;F)</translation>
        </message>
        <message>
            <source>列表当前筛选(&amp;F)</source>
            <translation>The &amp;filtered list</translation>
        </message>
        <message>
            <source>姓名、电话、证号按规定遮蔽；打印和存为文件都记入修改痕迹。</source>
            <translation>Names, phones and numbers are masked as the rules say; prints and files stand in the audit log.</translation>
        </message>
        <message>
            <source>完整个人信息(&amp;I)</source>
            <translation>Whole personal &amp;information</translation>
        </message>
        <message>
            <source>已停止，没有生成。</source>
            <translation>Stopped; nothing was drawn.</translation>
        </message>
        <message>
            <source>打印登记表</source>
            <translation>Print the register</translation>
        </message>
        <message>
            <source>日期范围(&amp;Y)</source>
            <translation>Da&amp;ys</translation>
        </message>
        <message>
            <source>末日(&amp;L)</source>
            <translation>&amp;Last day</translation>
        </message>
        <message>
            <source>正在生成，已完成 {done} 条</source>
            <translation>Drawing: {done} records done</translation>
        </message>
        <message>
            <source>没有符合条件的登记。</source>
            <translation>No record fits.</translation>
        </message>
        <message>
            <source>生成进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>生成预览(&amp;G)</source>
            <translation>Draw the pa&amp;ge</translation>
        </message>
        <message>
            <source>用途(&amp;P)</source>
            <translation>&amp;Purpose</translation>
        </message>
        <message>
            <source>首日(&amp;B)</source>
            <translation>First day (&amp;B)</translation>
        </message>
        <message>
            <source>首问负责登记表</source>
            <translation>Register</translation>
        </message>
    </context>
    <context>
        <name>ReminderWatch</name>
        <message>
            <source>看这一件</source>
            <translation>Open it</translation>
        </message>
    </context>
    <context>
        <name>ReopenForm</name>
        <message>
            <source>{number} 已重新办理，在限时待办里</source>
            <translation>{number} is under way again, see the follow-ups</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>新的时限(&amp;T)</source>
            <translation>New limit (&amp;T)</translation>
        </message>
        <message>
            <source>理由(&amp;R)</source>
            <translation>Reason (&amp;R)</translation>
        </message>
        <message>
            <source>请选定</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>重新办理 {number}：从现在起另计时限，原来的承诺和结果留在经过里</source>
            <translation>Reopen {number}: a limit of its own from now on; the first promise and result stay in the history</translation>
        </message>
        <message>
            <source>重新办理(&amp;V)</source>
            <translation>Reopen (&amp;V)</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message>
            <source>刚才的操作没有完成。已保存的登记不受影响，没有写完的内容还在。</source>
            <translation>The last act was not completed. Saved records are safe, and what was being typed is still there.</translation>
        </message>
        <message>
            <source>可以继续工作；若再次出现，请把编号 {code} 告诉管理员。</source>
            <translation>You can go on; should it happen again, please tell the administrator the code {code}.</translation>
        </message>
        <message>
            <source>复制详情(&amp;C)</source>
            <translation>&amp;Copy details</translation>
        </message>
        <message>
            <source>查看详情(&amp;D)</source>
            <translation>Show &amp;details</translation>
        </message>
        <message>
            <source>程序遇到意外</source>
            <translation>Something unexpected happened</translation>
        </message>
        <message>
            <source>继续工作(&amp;O)</source>
            <translation>Go &amp;on</translation>
        </message>
        <message>
            <source>详情（号码已隐去）</source>
            <translation>Details (numbers are hidden)</translation>
        </message>
    </context>
    <context>
        <name>ReportsView</name>
        <message>
            <source>AB岗报表</source>
            <translation>Stand-ins</translation>
        </message>
        <message>
            <source>AB岗报表、督办单、三种每日清单（在列表上按）</source>
            <translation>Stand-ins, slips, three lists of the day (on the list)</translation>
        </message>
        <message>
            <source>CSV 文件 (*.csv)</source>
            <translation>CSV files (*.csv)</translation>
        </message>
        <message>
            <source>{as_of}；投诉举报不在数字里。</source>
            <translation>{as_of}; complaints are in no figure.</translation>
        </message>
        <message>
            <source>{as_of}；无权查看的投诉举报只列编号。</source>
            <translation>{as_of}; of complaints that you may not open, the number only.</translation>
        </message>
        <message>
            <source>上月(&amp;U)</source>
            <translation>Last month (&amp;U)</translation>
        </message>
        <message>
            <source>今年(&amp;Y)</source>
            <translation>This &amp;year</translation>
        </message>
        <message>
            <source>今日：{reader}</source>
            <translation>Today: {reader}</translation>
        </message>
        <message>
            <source>回到数字</source>
            <translation>Back to the figures</translation>
        </message>
        <message>
            <source>存为 CSV</source>
            <translation>Save as CSV</translation>
        </message>
        <message>
            <source>存为 CSV 文件</source>
            <translation>Save as a CSV file</translation>
        </message>
        <message>
            <source>存为 CSV… Ctrl+S</source>
            <translation>CSV… Ctrl+S</translation>
        </message>
        <message>
            <source>已存为 {path}</source>
            <translation>Saved as {path}</translation>
        </message>
        <message>
            <source>打印… Ctrl+P</source>
            <translation>Print… Ctrl+P</translation>
        </message>
        <message>
            <source>打印、存为 PDF</source>
            <translation>Print, save as PDF</translation>
        </message>
        <message>
            <source>报表数字</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>指标</source>
            <translation>Figure</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>末日(&amp;L)</source>
            <translation>&amp;Last day</translation>
        </message>
        <message>
            <source>本季度(&amp;I)</source>
            <translation>This quarter (&amp;I)</translation>
        </message>
        <message>
            <source>本月(&amp;M)</source>
            <translation>This &amp;month</translation>
        </message>
        <message>
            <source>看数字背后的记录；再按一次打开登记</source>
            <translation>See the records behind; once more opens one</translation>
        </message>
        <message>
            <source>督办单</source>
            <translation>Slips</translation>
        </message>
        <message>
            <source>背后的记录(&amp;X)</source>
            <translation>Records behind (&amp;X)</translation>
        </message>
        <message>
            <source>首日(&amp;B)</source>
            <translation>First day (&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>RetireForm</name>
        <message>
            <source>停用(&amp;V)</source>
            <translation>Take out of use (&amp;V)</translation>
        </message>
        <message>
            <source>停用后，登记时不再列出这一事项；已登记的不受影响，以后可以恢复。</source>
            <translation>Out of use, the matter is no longer offered at intake; records stay, and it can come back later.</translation>
        </message>
        <message>
            <source>恢复后，登记时又能选到这一事项。</source>
            <translation>Back in use, the matter is offered at intake again.</translation>
        </message>
        <message>
            <source>恢复启用(&amp;V)</source>
            <translation>Put back in use (&amp;V)</translation>
        </message>
        <message>
            <source>自哪一天起(&amp;D)</source>
            <translation>From which &amp;day</translation>
        </message>
        <message>
            <source>返回(&amp;B)</source>
            <translation>&amp;Back</translation>
        </message>
    </context>
    <context>
        <name>ReturnForm</name>
        <message>
            <source>此件已退回过或已经裁定：再退回将报单位负责人裁定。</source>
            <translation>Returned or decided before: if returned again, the unit head decides.</translation>
        </message>
        <message>
            <source>说明(&amp;M)</source>
            <translation>Note (&amp;M)</translation>
        </message>
        <message>
            <source>退回(&amp;S)</source>
            <translation>Return (&amp;S)</translation>
        </message>
        <message>
            <source>退回理由(&amp;X)</source>
            <translation>Returned because (&amp;X)</translation>
        </message>
        <message>
            <source>退回首问责任人</source>
            <translation>Return to the first officer</translation>
        </message>
    </context>
    <context>
        <name>ReturnRow</name>
        <message>
            <source>不是凭单回访</source>
            <translation>No return</translation>
        </message>
        <message>
            <source>告知单的查询码或编号</source>
            <translation>Code or number of the slip</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>扫描告知单上的二维码，或输入查询码、编号（如 2026-12）</source>
            <translation>Scan the slip, or type its code or number (2026-12)</translation>
        </message>
        <message>
            <source>收起 Esc</source>
            <translation>Close Esc</translation>
        </message>
        <message>
            <source>查询码或编号</source>
            <translation>Code or number</translation>
        </message>
    </context>
    <context>
        <name>Returning</name>
        <message>
            <source>{date}前补齐</source>
            <translation>due {date}</translation>
        </message>
        <message>
            <source>{date}告知</source>
            <translation>told {date}</translation>
        </message>
        <message>
            <source>上次还缺 {n} 项</source>
            <translation>owed: {n}</translation>
        </message>
        <message>
            <source>凭 {number} 回访</source>
            <translation>Back with {number}</translation>
        </message>
        <message>
            <source>凭单回访 ⇧F2</source>
            <translation>With slip ⇧F2</translation>
        </message>
        <message>
            <source>带来的是 {older}，之后又出具过 {number}，按新的一张核对。</source>
            <translation>The slip is {older}; {number} was issued after it and counts now.</translation>
        </message>
        <message>
            <source>来访人带着一次性告知单回来：扫描或输入查询码，不用重新填写</source>
            <translation>The visitor is back with a one-time notice: scan or type its code, nothing is filled in again</translation>
        </message>
        <message>
            <source>补正期限已过；仍要受理的，请照常核对。</source>
            <translation>The day is past; go on as usual if you still accept the papers.</translation>
        </message>
        <message>
            <source>该事项的内容在告知之后有更新，新增材料 {n} 项，请一并核对。</source>
            <translation>The matter changed since then; new papers: {n}. Please check them too.</translation>
        </message>
        <message>
            <source>该事项的内容在告知之后有更新，材料没有新增。</source>
            <translation>The matter changed since then; no papers were added.</translation>
        </message>
        <message>
            <source>请扫描二维码，或输入 6 位查询码。</source>
            <translation>Please scan the slip, or type the 6 characters of its code.</translation>
        </message>
    </context>
    <context>
        <name>RosterPage</name>
        <message>
            <source>岗位与值班</source>
            <translation>Posts and duty</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Ctrl+P 打印电话记录</source>
            <translation>Ctrl+P prints the call</translation>
        </message>
        <message>
            <source>已按改动前的内容登记；此后改动的还在表单里，核对后可以清空。</source>
            <translation>Registered as it stood before the last changes; these are still in the form, please look at them, then clear it.</translation>
        </message>
        <message>
            <source>已撤销 {number}，内容放回表单</source>
            <translation>{number} undone; its content is back in the form</translation>
        </message>
        <message>
            <source>已登记 {number}</source>
            <translation>Registered {number}</translation>
        </message>
        <message>
            <source>电话照录，请核对</source>
            <translation>phone kept as typed, please check it</translation>
        </message>
    </context>
    <context>
        <name>SearchLine</name>
        <message>
            <source>清空搜索</source>
            <translation>Clear the search</translation>
        </message>
    </context>
    <context>
        <name>SecondsView</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>不认可，记为我方遗漏</source>
            <translation>Reject, count as our omission</translation>
        </message>
        <message>
            <source>出具人</source>
            <translation>By</translation>
        </message>
        <message>
            <source>回到列表</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open the record</translation>
        </message>
        <message>
            <source>新列材料</source>
            <translation>New papers</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>When</translation>
        </message>
        <message>
            <source>核准表示所述理由成立；不认可就记为首次告知有遗漏，计入一次告知率。告知单当时已经交给来访人。</source>
            <translation>To release means that the reason holds; else it counts as our omission and lowers the rate. The visitor has the notice already.</translation>
        </message>
        <message>
            <source>核准，理由成立</source>
            <translation>Release, the reason holds</translation>
        </message>
        <message>
            <source>没有等待核准的二次告知单。再次出具的告知单列出了首次没有告知的材料时，会列在这里。</source>
            <translation>No second notice waits. One that names papers which the first did not is listed here.</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>等待核准的二次告知单</source>
            <translation>Second notices that wait</translation>
        </message>
        <message>
            <source>详情和核准(&amp;X)</source>
            <translation>E&amp;xamine and decide</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>保存这一部分</source>
            <translation>Save this part</translation>
        </message>
        <message>
            <source>前一部分、后一部分</source>
            <translation>Part before, part after</translation>
        </message>
        <message>
            <source>办公时间</source>
            <translation>Office hours</translation>
        </message>
        <message>
            <source>单据与打印机</source>
            <translation>Papers, printers</translation>
        </message>
        <message>
            <source>同事与角色</source>
            <translation>Staff and roles</translation>
        </message>
        <message>
            <source>回到左侧</source>
            <translation>Back to the list</translation>
        </message>
        <message>
            <source>在左侧换一部分</source>
            <translation>Another part, in the list</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>工作日历</source>
            <translation>Working calendar</translation>
        </message>
        <message>
            <source>应急电话</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>快速答复</source>
            <translation>Quick answers</translation>
        </message>
        <message>
            <source>我的密码</source>
            <translation>My password</translation>
        </message>
        <message>
            <source>文书用语</source>
            <translation>Wording of papers</translation>
        </message>
        <message>
            <source>本单位</source>
            <translation>This office</translation>
        </message>
        <message>
            <source>桌牌和承诺</source>
            <translation>Cards, promise</translation>
        </message>
        <message>
            <source>窗口</source>
            <translation>Counters</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>设置的各部分</source>
            <translation>Parts of the settings</translation>
        </message>
        <message>
            <source>语言与外观</source>
            <translation>Language, look</translation>
        </message>
    </context>
    <context>
        <name>SettleForm</name>
        <message>
            <source>{name} 申请延长 {n} 个工作日：{reason}</source>
            <translation>{name} asks for more working days, {n}: {reason}</translation>
        </message>
        <message>
            <source>{name} 申请改为{limit}：{reason}</source>
            <translation>{name} asks for {limit}: {reason}</translation>
        </message>
        <message>
            <source>{post} 的问题已整改</source>
            <translation>{post}: corrected</translation>
        </message>
        <message>
            <source>不批准</source>
            <translation>Reject</translation>
        </message>
        <message>
            <source>作出批复(&amp;S)</source>
            <translation>Answer (&amp;S)</translation>
        </message>
        <message>
            <source>分管领导的决定(&amp;L)</source>
            <translation>Decision of the leader in charge (&amp;L)</translation>
        </message>
        <message>
            <source>已整改 Ctrl+S</source>
            <translation>Corrected Ctrl+S</translation>
        </message>
        <message>
            <source>怎样告知来访人(&amp;M)</source>
            <translation>How the visitor is told (&amp;M)</translation>
        </message>
        <message>
            <source>怎样整改的(&amp;N)</source>
            <translation>How it was corrected (&amp;N)</translation>
        </message>
        <message>
            <source>意见，不批准时写明理由(&amp;X)</source>
            <translation>Note; with a no, the reason (&amp;X)</translation>
        </message>
        <message>
            <source>批准</source>
            <translation>Grant</translation>
        </message>
        <message>
            <source>批复(&amp;A)</source>
            <translation>Answer (&amp;A)</translation>
        </message>
        <message>
            <source>请选批准或不批准。</source>
            <translation>Choose grant or reject.</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>Back (&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>Shade</name>
        <message>
            <source>屏幕已遮挡，按 F12 返回</source>
            <translation>The screen is shaded; F12 brings it back</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>可能是：{names}</source>
            <translation>Perhaps: {names}</translation>
        </message>
        <message>
            <source>姓名(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>密码(&amp;P)</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>密码连续输错，请等待 {time} 后再试，或请其他同事登录。</source>
            <translation>Too many wrong passwords: please wait {time}, or let a colleague sign in.</translation>
        </message>
        <message>
            <source>正在登录…</source>
            <translation>Signing in…</translation>
        </message>
        <message>
            <source>登录(&amp;S)</source>
            <translation>&amp;Sign in</translation>
        </message>
        <message>
            <source>窗口(&amp;C)</source>
            <translation>&amp;Counter</translation>
        </message>
        <message>
            <source>首问接待</source>
            <translation>Reception</translation>
        </message>
    </context>
    <context>
        <name>SlipOffer</name>
        <message>
            <source>{date}出具</source>
            <translation>issued {date}</translation>
        </message>
        <message>
            <source>{date}告知</source>
            <translation>told {date}</translation>
        </message>
        <message>
            <source>凭单回访</source>
            <translation>Back with this slip</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>It is void</translation>
        </message>
        <message>
            <source>打开文书</source>
            <translation>Open the paper</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Open the record</translation>
        </message>
    </context>
    <context>
        <name>SmallForm</name>
        <message>
            <source>已恢复没有提交的内容。</source>
            <translation>Brought back what was not sent.</translation>
        </message>
        <message>
            <source>返回(&amp;B)</source>
            <translation>Back (&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>StaffSection</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>修改账号</source>
            <translation>Change the account</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Not in use</translation>
        </message>
        <message>
            <source>初始密码(&amp;P)</source>
            <translation>First &amp;password</translation>
        </message>
        <message>
            <source>同事与角色</source>
            <translation>Staff and roles</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>在用，可以登录(&amp;Y)</source>
            <translation>In use, ma&amp;y sign in</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>姓名(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>已为{name}重设密码，下次登录时须更换</source>
            <translation>New password set for {name}, to be changed at the next sign-in</translation>
        </message>
        <message>
            <source>已保存账号：{name}</source>
            <translation>Account saved: {name}</translation>
        </message>
        <message>
            <source>已新增同事：{name}</source>
            <translation>Colleague added: {name}</translation>
        </message>
        <message>
            <source>待换密码</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>新增同事</source>
            <translation>Add a colleague</translation>
        </message>
        <message>
            <source>新增同事(&amp;A)</source>
            <translation>&amp;Add a colleague</translation>
        </message>
        <message>
            <source>新密码(&amp;W)</source>
            <translation>Ne&amp;w password</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>电话(&amp;D)</source>
            <translation>Phone (&amp;D)</translation>
        </message>
        <message>
            <source>至少 {length} 位；本人第一次登录时要换成自己的密码</source>
            <translation>At least {length} characters; to be changed at the first sign-in</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>角色（可多选）</source>
            <translation>Roles (one or more)</translation>
        </message>
        <message>
            <source>账号列表</source>
            <translation>List of accounts</translation>
        </message>
        <message>
            <source>重设密码(&amp;R)</source>
            <translation>&amp;Reset password</translation>
        </message>
    </context>
    <context>
        <name>StandingPane</name>
        <message>
            <source>{count} 件</source>
            <translation>{count} open</translation>
        </message>
        <message>
            <source>{count} 件，其中超期 {late} 件</source>
            <translation>{count}, of them overdue: {late}</translation>
        </message>
        <message>
            <source>{count} 件，回电 {calls} 个</source>
            <translation>{count} open, calls: {calls}</translation>
        </message>
        <message>
            <source>{line}。为什么是您：{why}。</source>
            <translation>{line}. Why you: {why}.</translation>
        </message>
        <message>
            <source>{name} 于 {when} 接收</source>
            <translation>accepted by {name}, {when}</translation>
        </message>
        <message>
            <source>{posts} 等 {count} 个岗位</source>
            <translation>{posts} and others, {count} posts</translation>
        </message>
        <message>
            <source>{when} 起</source>
            <translation>from {when}</translation>
        </message>
        <message>
            <source>▲ 没有写交接单；以左边的未结事项为准。</source>
            <translation>▲ No hand-over was written; go by the open work at the left.</translation>
        </message>
        <message>
            <source>▲ 等您接收</source>
            <translation>▲ waits for you to accept it</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>交接单</source>
            <translation>Hand-over</translation>
        </message>
        <message>
            <source>会来的电话和人</source>
            <translation>Expected calls, people</translation>
        </message>
        <message>
            <source>何时起</source>
            <translation>From</translation>
        </message>
        <message>
            <source>其他要交代的</source>
            <translation>Anything else</translation>
        </message>
        <message>
            <source>去向</source>
            <translation>Away</translation>
        </message>
        <message>
            <source>回电</source>
            <translation>Call back</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>岗位职责单… Ctrl+P</source>
            <translation>Duty sheet… Ctrl+P</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>To do</translation>
        </message>
        <message>
            <source>您约好 {count} 个</source>
            <translation>{count} promised</translation>
        </message>
        <message>
            <source>接收交接(&amp;J)</source>
            <translation>Accept hand-over (&amp;J)</translation>
        </message>
        <message>
            <source>现在不替别人顶岗</source>
            <translation>for nobody now</translation>
        </message>
        <message>
            <source>看约好的回电(&amp;H)</source>
            <translation>See promised calls (&amp;H)</translation>
        </message>
        <message>
            <source>看这位同事(&amp;K)</source>
            <translation>See colleague (&amp;K)</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>钥匙、印章、资料</source>
            <translation>Keys, seals, files</translation>
        </message>
        <message>
            <source>顶岗</source>
            <translation>Standing in</translation>
        </message>
        <message>
            <source>领导交办</source>
            <translation>From the leader</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>F1 按键一览 · F12 遮挡屏幕 · Ctrl+L 锁定</source>
            <translation>F1 keys · F12 shade · Ctrl+L lock</translation>
        </message>
    </context>
    <context>
        <name>StepEdit</name>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>步骤</source>
            <translation>step</translation>
        </message>
        <message>
            <source>英文名称</source>
            <translation>English name</translation>
        </message>
        <message>
            <source>英文（可不填）</source>
            <translation>English (optional)</translation>
        </message>
    </context>
    <context>
        <name>SteppingOut</name>
        <message>
            <source>已销假，欢迎回来</source>
            <translation>Welcome back, your return is noted</translation>
        </message>
        <message>
            <source>您登记了离岗：{why}。</source>
            <translation>You are set away: {why}.</translation>
        </message>
        <message>
            <source>您登记了离岗：{why}。销假前由顶岗人处理。</source>
            <translation>You are set away: {why}. Until you are back your stand-in acts for you.</translation>
        </message>
        <message>
            <source>我回来了，销假</source>
            <translation>I am back</translation>
        </message>
    </context>
    <context>
        <name>SuggestedView</name>
        <message>
            <source>件数</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>共 {m} 件事，{n} 条登记。投诉举报和作废的不在其中。</source>
            <translation>{m} matters, {n} records; without complaints and voids.</translation>
        </message>
        <message>
            <source>去补时限(&amp;C)</source>
            <translation>Give it a limit (&amp;C)</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>多承诺</source>
            <translation>Mostly promised</translation>
        </message>
        <message>
            <source>已办结 {n} 件</source>
            <translation>{n} done</translation>
        </message>
        <message>
            <source>已建成事项 {name}，自 {day} 起生效</source>
            <translation>{name} is in the catalogue, in force from {day}</translation>
        </message>
        <message>
            <source>建成事项(&amp;C)…</source>
            <translation>Make it a matter (&amp;C)…</translation>
        </message>
        <message>
            <source>建议建目录的事</source>
            <translation>What belongs in the catalogue</translation>
        </message>
        <message>
            <source>用时中位数</source>
            <translation>Median time</translation>
        </message>
        <message>
            <source>用时按办公时间算，不含停止计时的日子；取已办结的中位数。</source>
            <translation>Time is office time, without the days on which the clock stood; the median of what is done.</translation>
        </message>
        <message>
            <source>用这个名称新建事项，或去补时限</source>
            <translation>new matter of this name, or give it a limit</translation>
        </message>
        <message>
            <source>这里列出目录里没有、由本单位自己承诺时限的事：同一名称满 {n} 件就建议建目录。现在没有。</source>
            <translation>What is not in the catalogue and was promised by this office itself: {n} of one name are proposed here. There are none now.</translation>
        </message>
    </context>
    <context>
        <name>SureForm</name>
        <message>
            <source>从现在起恢复计时，到期时间按停掉的天数顺延，同时出具恢复计时告知书。</source>
            <translation>The clock runs again from now, due later by the days it stood; the notice is issued too.</translation>
        </message>
        <message>
            <source>恢复计时(&amp;S)</source>
            <translation>Resume (&amp;S)</translation>
        </message>
        <message>
            <source>按逾期未补正结束(&amp;S)</source>
            <translation>End the wait (&amp;S)</translation>
        </message>
        <message>
            <source>撤回后不再等待批准，到期时间不变。</source>
            <translation>Nothing is asked for any more; the due date stays.</translation>
        </message>
        <message>
            <source>撤回申请(&amp;S)</source>
            <translation>Take back (&amp;S)</translation>
        </message>
        <message>
            <source>补正期限已过，材料仍未补齐。结束后来访人可以重新申请。</source>
            <translation>The time to supplement is over and papers are missing. The visitor may apply again.</translation>
        </message>
    </context>
    <context>
        <name>TakingBack</name>
        <message>
            <source>已撤回 {name} 的交接单，写的还在</source>
            <translation>Hand-over of {name} taken back; what was written is kept</translation>
        </message>
    </context>
    <context>
        <name>Tallying</name>
        <message>
            <source>{words}（{matter}）</source>
            <translation>{words} ({matter})</translation>
        </message>
        <message>
            <source>只计数，不登记：问路、问房间号等（Insert 或 Ctrl+T）</source>
            <translation>Counted, not registered: who asks the way and the like (Insert or Ctrl+T)</translation>
        </message>
        <message>
            <source>已撤销计数，今天共 {n} 次</source>
            <translation>Count undone, {n} today</translation>
        </message>
        <message>
            <source>已计数，今天第 {n} 次</source>
            <translation>Counted, number {n} today</translation>
        </message>
        <message>
            <source>计数 Ins</source>
            <translation>Count Ins</translation>
        </message>
    </context>
    <context>
        <name>TellingFields</name>
        <message>
            <source>不填就是您</source>
            <translation>Empty: you</translation>
        </message>
        <message>
            <source>不填就是现在</source>
            <translation>Empty: now</translation>
        </message>
        <message>
            <source>告知人(&amp;N)</source>
            <translation>Told by (&amp;N)</translation>
        </message>
        <message>
            <source>告知时间(&amp;W)</source>
            <translation>Told at (&amp;W)</translation>
        </message>
        <message>
            <source>怎样告知来访人(&amp;M)</source>
            <translation>How the visitor was told (&amp;M)</translation>
        </message>
    </context>
    <context>
        <name>TellingPart</name>
        <message>
            <source>另有 {n} 次，见登记簿</source>
            <translation>earlier ones, in the register: {n}</translation>
        </message>
        <message>
            <source>复制成文字，发短信或邮件</source>
            <translation>Copy as text for a message</translation>
        </message>
        <message>
            <source>复制文字 Ctrl+Shift+C</source>
            <translation>Copy text Ctrl+Shift+C</translation>
        </message>
        <message>
            <source>已复制，可以粘贴到短信、微信或邮件</source>
            <translation>Copied; paste it into a message</translation>
        </message>
        <message>
            <source>读给对方听 Ctrl+R</source>
            <translation>Read out Ctrl+R</translation>
        </message>
        <message>
            <source>读给对方听：大字，按说话的次序</source>
            <translation>Read out: large, in the order of speech</translation>
        </message>
    </context>
    <context>
        <name>TextsForm</name>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>填入浅色的字(&amp;F)</source>
            <translation>&amp;Fill in pale words</translation>
        </message>
        <message>
            <source>把空着的栏目填上现在会印的字，再修改</source>
            <translation>Puts what is printed now into the empty fields, to be changed there</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>撤销 Ctrl+Z</source>
            <translation>Undo Ctrl+Z</translation>
        </message>
    </context>
    <context>
        <name>TodayList</name>
        <message>
            <source>{head} · 计数 {n}</source>
            <translation>{head} · counted {n}</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>今天还没有登记。接待第一位来访人后，记录会出现在这里。</source>
            <translation>No records today. The first visitor will appear here.</translation>
        </message>
        <message>
            <source>今日登记</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>今日登记 {n}</source>
            <translation>Today: {n}</translation>
        </message>
        <message>
            <source>去向</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>补登 · {matter}</source>
            <translation>Late · {matter}</translation>
        </message>
        <message>
            <source>补登：{moment}</source>
            <translation>Late entry: {moment}</translation>
        </message>
        <message>
            <source>（未留名）</source>
            <translation>(no name)</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>事项</source>
            <translation>What</translation>
        </message>
        <message>
            <source>交班</source>
            <translation>hand over</translation>
        </message>
        <message>
            <source>今天没有要回的电话，也没有到期的事项。可以安心接待。</source>
            <translation>No call to return today and nothing due. Time for visitors.</translation>
        </message>
        <message>
            <source>今天的事都了结了，辛苦了。写几句交班说明，或者直接下班。</source>
            <translation>Everything of today is settled. Leave a note for the next, or just go home.</translation>
        </message>
        <message>
            <source>今天要办(&amp;T)</source>
            <translation>Today (&amp;T)</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>今日要办</source>
            <translation>To do today</translation>
        </message>
        <message>
            <source>何时</source>
            <translation>When</translation>
        </message>
        <message>
            <source>全部回电(&amp;A)</source>
            <translation>All calls (&amp;A)</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>后退一步</source>
            <translation>one step back</translation>
        </message>
        <message>
            <source>回电：半小时后再打、转给同事、不再回电</source>
            <translation>call: in half an hour, pass on, no more calls</translation>
        </message>
        <message>
            <source>回电：已接通、未接、占线、号码有误</source>
            <translation>call: reached, no answer, busy, wrong number</translation>
        </message>
        <message>
            <source>打开选中的一条</source>
            <translation>open the chosen line</translation>
        </message>
        <message>
            <source>接班、签收、约定回电、受理、结案、知悉</source>
            <translation>take over, acknowledge, promise a call, accept, close, take note</translation>
        </message>
        <message>
            <source>收工交班</source>
            <translation>evening and hand-over</translation>
        </message>
        <message>
            <source>收工交班(&amp;W)</source>
            <translation>Evening (&amp;W)</translation>
        </message>
        <message>
            <source>现在没有人等回电。接待时按 Ctrl+B 约定，就会列在这里。</source>
            <translation>Nobody waits for a call. Press Ctrl+B at the counter to promise one; it is listed here.</translation>
        </message>
        <message>
            <source>答复督办</source>
            <translation>answer a supervision order</translation>
        </message>
        <message>
            <source>给选中的一条约定回电</source>
            <translation>promise a call for the chosen line</translation>
        </message>
        <message>
            <source>详情和操作(&amp;D)</source>
            <translation>Details and acts (&amp;D)</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>选中一条登记，再按 Ctrl+B 约定回电。</source>
            <translation>Choose a line with a record, then press Ctrl+B to promise a call.</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>临期 {count}</source>
            <translation>Due soon {count}</translation>
        </message>
        <message>
            <source>搜索姓名、拼音首字母、电话、编号、内容   Ctrl+K</source>
            <translation>Search name, initials, phone, number, text   Ctrl+K</translation>
        </message>
        <message>
            <source>搜索登记簿</source>
            <translation>Search the register</translation>
        </message>
        <message>
            <source>超期 {count}</source>
            <translation>Overdue {count}</translation>
        </message>
        <message>
            <source>返回 Esc</source>
            <translation>Back Esc</translation>
        </message>
    </context>
    <context>
        <name>TrainingForm</name>
        <message>
            <source>今天、昨天、11-20</source>
            <translation>today, yesterday, 11-20</translation>
        </message>
        <message>
            <source>内容(&amp;T)</source>
            <translation>&amp;Topic</translation>
        </message>
        <message>
            <source>受训人(&amp;N)</source>
            <translation>Trai&amp;nee</translation>
        </message>
        <message>
            <source>培训人(&amp;U)</source>
            <translation>Trainer (&amp;U)</translation>
        </message>
        <message>
            <source>岗位(&amp;P)</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>已更正 {name} 的培训</source>
            <translation>Training of {name} corrected</translation>
        </message>
        <message>
            <source>已注销 {name} 的培训</source>
            <translation>Training of {name} struck out</translation>
        </message>
        <message>
            <source>已登记 {name} 的培训</source>
            <translation>Training of {name} recorded</translation>
        </message>
        <message>
            <source>方式(&amp;I)</source>
            <translation>Form (&amp;I)</translation>
        </message>
        <message>
            <source>日期(&amp;F)</source>
            <translation>Day (&amp;F)</translation>
        </message>
        <message>
            <source>时长，分钟(&amp;M)</source>
            <translation>&amp;Minutes</translation>
        </message>
        <message>
            <source>更正 Ctrl+S</source>
            <translation>Correct Ctrl+S</translation>
        </message>
        <message>
            <source>更正或注销的原因(&amp;Y)</source>
            <translation>Wh&amp;y corrected or struck out</translation>
        </message>
        <message>
            <source>更正：{on} {trainee}</source>
            <translation>Correct: {on} {trainee}</translation>
        </message>
        <message>
            <source>注销(&amp;X)</source>
            <translation>Strike out (&amp;X)</translation>
        </message>
        <message>
            <source>登记 Ctrl+S</source>
            <translation>Record Ctrl+S</translation>
        </message>
        <message>
            <source>登记培训</source>
            <translation>Record training</translation>
        </message>
        <message>
            <source>看不懂这个日期，请写成 11-20 或 2026-11-20。</source>
            <translation>This is no date; please write 11-20 or 2026-11-20.</translation>
        </message>
        <message>
            <source>结果(&amp;L)</source>
            <translation>Resu&amp;lt</translation>
        </message>
        <message>
            <source>请写分钟数，例如 90。</source>
            <translation>Please write the minutes, for instance 90.</translation>
        </message>
        <message>
            <source>返回(&amp;R)</source>
            <translation>Back (&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>TrainingView</name>
        <message>
            <source>B岗</source>
            <translation>Stand-in</translation>
        </message>
        <message>
            <source>B岗培训情况</source>
            <translation>Stand-ins</translation>
        </message>
        <message>
            <source>{n} 位B岗次中，从未培训的有 {never}。</source>
            <translation>Of {n} stand-ins of posts {never} were never trained.</translation>
        </message>
        <message>
            <source>{n} 次，共 {hours} 小时；注销的不计。</source>
            <translation>{n} sessions, {hours} h in all; struck out ones do not count.</translation>
        </message>
        <message>
            <source>{topic}
培训人 {trainer}，{form}，{name} 登记</source>
            <translation>{topic}
Trainer {trainer}, {form}, recorded by {name}</translation>
        </message>
        <message>
            <source>■ 从未培训</source>
            <translation>■ never</translation>
        </message>
        <message>
            <source>▲ 待加强</source>
            <translation>▲ to improve</translation>
        </message>
        <message>
            <source>● 合格</source>
            <translation>● passed</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>分钟</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>取消选中的计划（可用 Ctrl+Z 撤回）</source>
            <translation>drop the chosen plan (Ctrl+Z takes it back)</translation>
        </message>
        <message>
            <source>受训人</source>
            <translation>Trainee</translation>
        </message>
        <message>
            <source>受训人(&amp;G)</source>
            <translation>Trainee (&amp;G)</translation>
        </message>
        <message>
            <source>回到列表，填了的还在</source>
            <translation>Back to the list; what was typed stays</translation>
        </message>
        <message>
            <source>培训记录</source>
            <translation>Sessions</translation>
        </message>
        <message>
            <source>培训记录、B岗培训情况、计划、今年未培训（在列表上按）</source>
            <translation>sessions, stand-ins, plan, none this year (in a list)</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>岗位(&amp;B)</source>
            <translation>Post (&amp;B)</translation>
        </message>
        <message>
            <source>岗位的培训由其A岗或负责人登记；这里能看到自己参加的。</source>
            <translation>Training for a post is recorded by its holder or a head; here you see your own.</translation>
        </message>
        <message>
            <source>您的岗位还没有设B岗。在设置里设了B岗，这里就列出其培训情况。</source>
            <translation>Your posts have no stand-ins. Once they are set in the settings, their training is listed here.</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>更正、注销选中的一次；给选中的B岗或计划登记；为今年未培训的人列计划</source>
            <translation>correct or strike out the chosen session; record one for the chosen stand-in or plan; plan for who had none</translation>
        </message>
        <message>
            <source>最近</source>
            <translation>Last</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>注销</source>
            <translation>void</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>登记、更正、列入计划</source>
            <translation>record, correct, plan</translation>
        </message>
        <message>
            <source>登记培训(&amp;E)</source>
            <translation>R&amp;ecord training</translation>
        </message>
        <message>
            <source>登记培训；在计划里：计划培训（在列表上按）</source>
            <translation>record training; in the plan: plan training (in a list)</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>计划培训(&amp;E)</source>
            <translation>Plan training (&amp;E)</translation>
        </message>
        <message>
            <source>还没有培训记录。A岗给B岗讲过、带过以后，按 N 登记。</source>
            <translation>No training yet. Once the holder has taught a stand-in, record it with N.</translation>
        </message>
    </context>
    <context>
        <name>TransferPart</name>
        <message>
            <source>{number} 已报单位负责人裁定</source>
            <translation>{number} waits for the unit head</translation>
        </message>
        <message>
            <source>{number} 已签收</source>
            <translation>{number} acknowledged</translation>
        </message>
        <message>
            <source>{number} 已转给 {receiver}</source>
            <translation>{number} passed on to {receiver}</translation>
        </message>
        <message>
            <source>{number} 已退回首问责任人</source>
            <translation>{number} returned to the first officer</translation>
        </message>
        <message>
            <source>{n}. {at} 转 {post} {receiver}：{state}</source>
            <translation>{n}. {at} to {post}, {receiver}: {state}</translation>
        </message>
        <message>
            <source>{reason}：{note}</source>
            <translation>{reason}: {note}</translation>
        </message>
        <message>
            <source>{words}（{at} {who} 签收）</source>
            <translation>{words} ({at} acknowledged by {who})</translation>
        </message>
        <message>
            <source>{words}（{at} 退回，{reason}）</source>
            <translation>{words} ({at} returned, {reason})</translation>
        </message>
        <message>
            <source>代记签收(&amp;Q)…</source>
            <translation>Note receipt (&amp;Q)…</translation>
        </message>
        <message>
            <source>签收(&amp;Q)</source>
            <translation>Received (&amp;Q)</translation>
        </message>
        <message>
            <source>裁定归属(&amp;D)…</source>
            <translation>Decide (&amp;D)…</translation>
        </message>
        <message>
            <source>转交(&amp;Z)…</source>
            <translation>Pass on (&amp;Z)…</translation>
        </message>
        <message>
            <source>退回(&amp;T)…</source>
            <translation>Return (&amp;T)…</translation>
        </message>
    </context>
    <context>
        <name>TroublePage</name>
        <message>
            <source>打开数据文件夹(&amp;F)</source>
            <translation>Open the data &amp;folder</translation>
        </message>
        <message>
            <source>数据文件夹：{folder}</source>
            <translation>Data folder: {folder}</translation>
        </message>
        <message>
            <source>暂时打不开</source>
            <translation>It cannot be opened now</translation>
        </message>
        <message>
            <source>重试(&amp;R)</source>
            <translation>&amp;Retry</translation>
        </message>
    </context>
    <context>
        <name>UnitDayForm</name>
        <message>
            <source>{on} 已设为上班</source>
            <translation>{on} is a working day now</translation>
        </message>
        <message>
            <source>{on} 已设为休息</source>
            <translation>{on} is a day off now</translation>
        </message>
        <message>
            <source>{on} 恢复下一层的安排</source>
            <translation>{on}: what is below holds again</translation>
        </message>
        <message>
            <source>上班</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>上班，时间另定</source>
            <translation>works, own hours</translation>
        </message>
        <message>
            <source>从(&amp;D)</source>
            <translation>From (&amp;D)</translation>
        </message>
        <message>
            <source>休息</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>到(&amp;E)</source>
            <translation>Until (&amp;E)</translation>
        </message>
        <message>
            <source>办公时间(&amp;H)</source>
            <translation>&amp;Hours</translation>
        </message>
        <message>
            <source>原因(&amp;Y)</source>
            <translation>Reason (&amp;Y)</translation>
        </message>
        <message>
            <source>只有一天可空着</source>
            <translation>empty for one day</translation>
        </message>
        <message>
            <source>如 09:00-11:30</source>
            <translation>like 09:00-11:30</translation>
        </message>
        <message>
            <source>如 2026-03-02，也可点选</source>
            <translation>2026-03-02, or click a day</translation>
        </message>
        <message>
            <source>如 校庆放假，依校长办公室通知</source>
            <translation>As: anniversary, notice of the president's office</translation>
        </message>
        <message>
            <source>学校</source>
            <translation>university</translation>
        </message>
        <message>
            <source>撤销安排(&amp;U)</source>
            <translation>&amp;Undo</translation>
        </message>
        <message>
            <source>本单位</source>
            <translation>this unit</translation>
        </message>
        <message>
            <source>省级</source>
            <translation>province</translation>
        </message>
        <message>
            <source>谁的安排(&amp;G)</source>
            <translation>Arran&amp;ged by</translation>
        </message>
        <message>
            <source>这些天(&amp;W)</source>
            <translation>These days (&amp;W)</translation>
        </message>
    </context>
    <context>
        <name>UnitEditor</name>
        <message>
            <source>保存</source>
            <translation>save</translation>
        </message>
        <message>
            <source>保存 Ctrl+S</source>
            <translation>Save Ctrl+S</translation>
        </message>
        <message>
            <source>修改单位</source>
            <translation>Edit a unit</translation>
        </message>
        <message>
            <source>修改还没有保存。</source>
            <translation>The changes are not saved yet.</translation>
        </message>
        <message>
            <source>办公时间(&amp;H)</source>
            <translation>&amp;Hours</translation>
        </message>
        <message>
            <source>名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>在用，登记时可以引导到这里(&amp;A)</source>
            <translation>In use: visitors &amp;are guided here</translation>
        </message>
        <message>
            <source>地点(&amp;L)</source>
            <translation>P&amp;lace</translation>
        </message>
        <message>
            <source>如 工作日 08:00-12:00 14:30-17:30；写成这样才能显示现在是否开门。</source>
            <translation>As 08:00-12:00 14:30-17:30; only so it can be told whether it is open now.</translation>
        </message>
        <message>
            <source>您可以更正地点、电话、办公时间和职责，保存后立即生效；名称和停用由负责人修改。</source>
            <translation>You may mend place, phone, hours and duties at once; names and use belong to the heads.</translation>
        </message>
        <message>
            <source>放弃修改(&amp;X)</source>
            <translation>Discard the changes (&amp;X)</translation>
        </message>
        <message>
            <source>新增单位</source>
            <translation>New unit</translation>
        </message>
        <message>
            <source>来访人会怎么说，用顿号隔开：学费、发票、报销。登记时按这些词找到这个单位。</source>
            <translation>What visitors say, with commas between: tuition, receipts. The intake finds the unit by these words.</translation>
        </message>
        <message>
            <source>电话(&amp;T)</source>
            <translation>&amp;Telephone</translation>
        </message>
        <message>
            <source>编码(&amp;C)</source>
            <translation>&amp;Code</translation>
        </message>
        <message>
            <source>职责(&amp;D)</source>
            <translation>&amp;Duties</translation>
        </message>
        <message>
            <source>英文名称(&amp;G)</source>
            <translation>En&amp;glish name</translation>
        </message>
        <message>
            <source>英文地点(&amp;M)</source>
            <translation>Place in English (&amp;M)</translation>
        </message>
        <message>
            <source>返回，未保存时先问</source>
            <translation>back; asks first while not saved</translation>
        </message>
    </context>
    <context>
        <name>UnsavedBar</name>
        <message>
            <source>继续填写(&amp;K)</source>
            <translation>Go on (&amp;K)</translation>
        </message>
    </context>
    <context>
        <name>UnsavedForms</name>
        <message>
            <source>已恢复 {clock} 未保存的内容，可以接着填写。</source>
            <translation>What was not saved at {clock} is back; you can go on.</translation>
        </message>
        <message>
            <source>已清空</source>
            <translation>Cleared</translation>
        </message>
        <message>
            <source>草稿已存 {clock}</source>
            <translation>Draft kept {clock}</translation>
        </message>
        <message>
            <source>草稿没有存下：{why}</source>
            <translation>Draft not kept: {why}</translation>
        </message>
    </context>
    <context>
        <name>Upkeep</name>
        <message>
            <source>去载入</source>
            <translation>Load it</translation>
        </message>
        <message>
            <source>已校准，再看一次</source>
            <translation>Set right, look again</translation>
        </message>
        <message>
            <source>这台电脑的时间早于最后一笔记录（{moment}），期限会算错，请先校准电脑的时间。</source>
            <translation>The clock of this PC stands before the last record ({moment}); dates will be wrong. Set it right first.</translation>
        </message>
    </context>
    <context>
        <name>VoidForm</name>
        <message>
            <source>{number} 已作废</source>
            <translation>{number} is void</translation>
        </message>
        <message>
            <source>作废 {number}：编号保留，告知单、受理件和转办件一并作废</source>
            <translation>Void {number}: the number is kept; its notice, case and transfer become void too</translation>
        </message>
        <message>
            <source>作废原因(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>作废此登记(&amp;V)</source>
            <translation>&amp;Void this record</translation>
        </message>
        <message>
            <source>作废说明(&amp;M)</source>
            <translation>Note (&amp;M)</translation>
        </message>
    </context>
    <context>
        <name>WayPanel</name>
        <message>
            <source>F9 两次</source>
            <translation>F9 twice</translation>
        </message>
        <message>
            <source>不受理(&amp;Z)</source>
            <translation>Decline (&amp;Z)</translation>
        </message>
        <message>
            <source>不明(&amp;Y)</source>
            <translation>Unclear (&amp;Y)</translation>
        </message>
        <message>
            <source>先回答职责归属；也可以直接按 F5–F9、⇧F5–⇧F9 选择处置方式。</source>
            <translation>Whose duty is it? Or choose the disposition with F5–F9, ⇧F5–⇧F9.</translation>
        </message>
        <message>
            <source>办理结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>可以这样说</source>
            <translation>What to say</translation>
        </message>
        <message>
            <source>告知的地点</source>
            <translation>Place told</translation>
        </message>
        <message>
            <source>告知的电话</source>
            <translation>Phone told</translation>
        </message>
        <message>
            <source>处置方式</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>外单位(&amp;W)</source>
            <translation>Else&amp;where</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>引导方式</source>
            <translation>How guided</translation>
        </message>
        <message>
            <source>引导至单位</source>
            <translation>Guided to unit</translation>
        </message>
        <message>
            <source>引导至（姓名）</source>
            <translation>Guided to (name)</translation>
        </message>
        <message>
            <source>承办岗位</source>
            <translation>Post in charge</translation>
        </message>
        <message>
            <source>接收人</source>
            <translation>Receiver</translation>
        </message>
        <message>
            <source>本单位他岗(&amp;J)</source>
            <translation>Our unit (&amp;J)</translation>
        </message>
        <message>
            <source>本岗(&amp;H)</source>
            <translation>T&amp;his post</translation>
        </message>
        <message>
            <source>校外(&amp;X)</source>
            <translation>E&amp;xternal</translation>
        </message>
        <message>
            <source>答复内容</source>
            <translation>Answer given</translation>
        </message>
        <message>
            <source>答复方式</source>
            <translation>How to reply</translation>
        </message>
        <message>
            <source>经办处无人（须告知电话）</source>
            <translation>Nobody there (tell the phone)</translation>
        </message>
        <message>
            <source>职责归属</source>
            <translation>Duty</translation>
        </message>
        <message>
            <source>说明的原因和建议</source>
            <translation>Reasons and advice given</translation>
        </message>
        <message>
            <source>请示的领导</source>
            <translation>Leader asked</translation>
        </message>
        <message>
            <source>通讯录里没有；请从列表中选定。</source>
            <translation>Not in the directory; please choose from the list.</translation>
        </message>
    </context>
    <context>
        <name>WaySlipStep</name>
        <message>
            <source>去哪里、带什么、没有人时打给谁；上面没有来访人的信息。</source>
            <translation>Where to go, what to bring, whom to call; nothing about the visitor.</translation>
        </message>
        <message>
            <source>指路单</source>
            <translation>Way slip</translation>
        </message>
        <message>
            <source>指路单 {number}</source>
            <translation>Way slip {number}</translation>
        </message>
    </context>
    <context>
        <name>WeekFiguresView</name>
        <message>
            <source>一次性告知</source>
            <translation>One-time notices</translation>
        </message>
        <message>
            <source>处置方式</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>来访方式</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>来访时段</source>
            <translation>Hours of the day</translation>
        </message>
        <message>
            <source>来访较多的事项</source>
            <translation>Most frequent matters</translation>
        </message>
    </context>
    <context>
        <name>WeekPicker</name>
        <message>
            <source>前一周</source>
            <translation>Week before</translation>
        </message>
        <message>
            <source>后一周</source>
            <translation>Week after</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>一键导出本周登记。离开座位按 Ctrl+L 锁定，有人探头按 F12 遮挡，随时按 F1 看全部按键。</source>
            <translation>The week is exported with one key. Ctrl+L locks when you leave, F12 shades when somebody looks over, F1 shows all keys.</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>办事指南随手可查</source>
            <translation>The catalogue is at hand</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>接待从这里开始</source>
            <translation>Intake begins here</translation>
        </message>
        <message>
            <source>每个事项的材料、时限、地点和电话都在这里，也会出现在登记旁边。发现哪里不对，当场就能改正。</source>
            <translation>Papers, limits, places and phones of every matter, also shown beside the form. What is wrong can be mended at once.</translation>
        </message>
        <message>
            <source>每周一份周报</source>
            <translation>A log every week</translation>
        </message>
        <message>
            <source>答应了期限的事不会忘</source>
            <translation>No promise is forgotten</translation>
        </message>
        <message>
            <source>跳过 Esc</source>
            <translation>Skip Esc</translation>
        </message>
        <message>
            <source>转办、待补材料和限时答复按到期先后排好，每个日期都能看到是怎样算出来的。</source>
            <translation>Transfers, papers to come and promised replies in the order of their dates; each date shows how it was counted.</translation>
        </message>
        <message>
            <source>选渠道，写一句摘要，回答“是谁的职责”，再选处置，就登记好了。没写完的内容不会丢，可以先接待下一位。</source>
            <translation>Channel, a short summary, whose duty, the disposition: registered. What is unfinished is never lost; the next visitor can come first.</translation>
        </message>
    </context>
    <context>
        <name>WhyPane</name>
        <message>
            <source>{due}（原承诺 {first}）</source>
            <translation>{due} (first promised {first})</translation>
        </message>
        <message>
            <source>{limit}，自 {started} 起算</source>
            <translation>{limit}, counted from {started}</translation>
        </message>
        <message>
            <source>{when}（暂定）</source>
            <translation>{when} (provisional)</translation>
        </message>
        <message>
            <source>不计</source>
            <translation>no</translation>
        </message>
        <message>
            <source>为什么是这一天</source>
            <translation>Why this day</translation>
        </message>
        <message>
            <source>为什么是这一天(&amp;V)</source>
            <translation>Why this day (&amp;V)</translation>
        </message>
        <message>
            <source>为什么是这一天：逐日说明</source>
            <translation>Why this day: day by day</translation>
        </message>
        <message>
            <source>出具文书… Ctrl+D</source>
            <translation>Papers… Ctrl+D</translation>
        </message>
        <message>
            <source>到期 {when}</source>
            <translation>Due {when}</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>应签收</source>
            <translation>To acknowledge by</translation>
        </message>
        <message>
            <source>打开登记 Enter</source>
            <translation>Open the record Enter</translation>
        </message>
        <message>
            <source>按现在的工作日历推算为 {now}，已承诺的到期时间不变。</source>
            <translation>By the calendar of today it would be {now}; the promised date stays.</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>流转(&amp;F)</source>
            <translation>Through whose hands (&amp;F)</translation>
        </message>
        <message>
            <source>第 {n} 天</source>
            <translation>day {n}</translation>
        </message>
        <message>
            <source>计入</source>
            <translation>counted</translation>
        </message>
        <message>
            <source>计数</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>选中左边的一条，这里逐日说明到期时间是怎么算出来的。</source>
            <translation>Choose one on the left: here stands, day by day, how its due date was counted.</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>{name} 暂离 30 分钟(&amp;T)</source>
            <translation>{name} is away for 30 minutes (&amp;T)</translation>
        </message>
        <message>
            <source>{words}都已保存，窗口这就关闭。</source>
            <translation>{words} All of it is kept; the window closes now.</translation>
        </message>
        <message>
            <source>久未操作，已锁定。没有写完的内容都在。</source>
            <translation>Locked after a while without a touch. What was being typed is still there.</translation>
        </message>
        <message>
            <source>已遮挡，按 F12 返回</source>
            <translation>Shaded; F12 brings it back</translation>
        </message>
        <message>
            <source>已锁定。没有写完的内容都在。</source>
            <translation>Locked. What was being typed is still there.</translation>
        </message>
        <message>
            <source>首问接待</source>
            <translation>Reception</translation>
        </message>
    </context>
    <context>
        <name>WindowPart</name>
        <message>
            <source>17、+30、明早</source>
            <translation>17, +30, tomorrow 9</translation>
        </message>
        <message>
            <source>回电时间</source>
            <translation>Call before</translation>
        </message>
        <message>
            <source>常用</source>
            <translation>Usual</translation>
        </message>
    </context>
    <context>
        <name>WordingsSection</name>
        <message>
            <source>{edition} · {name} · {at}</source>
            <translation>{edition} · {name} · {at}</translation>
        </message>
        <message>
            <source>中文(&amp;Z)</source>
            <translation>Chinese (&amp;Z)</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>出厂用语：{text}</source>
            <translation>As shipped: {text}</translation>
        </message>
        <message>
            <source>印的是出厂用语（浅色）</source>
            <translation>The shipped words are printed (pale)</translation>
        </message>
        <message>
            <source>历次版本，Enter 取回</source>
            <translation>Editions; Enter takes one back</translation>
        </message>
        <message>
            <source>回到出厂用语(&amp;R)</source>
            <translation>&amp;Reset</translation>
        </message>
        <message>
            <source>填入出厂用语(&amp;F)</source>
            <translation>&amp;Fill in shipped</translation>
        </message>
        <message>
            <source>填空：光标所在处按 Ctrl 加数字放入。方括号里的一段，填空没有内容时整段不印。</source>
            <translation>Ctrl and a digit put a placeholder at the cursor. What stands in square brackets is left out where its placeholder is empty.</translation>
        </message>
        <message>
            <source>已保存，从现在起出具的{kind}用新的用语</source>
            <translation>Kept: {kind} speaks so from now on</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>文书种类</source>
            <translation>Kinds of papers</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>When</translation>
        </message>
        <message>
            <source>有改动还没有保存</source>
            <translation>Changes are not kept yet</translation>
        </message>
        <message>
            <source>样张</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>正文(&amp;T)</source>
            <translation>S&amp;tatement</translation>
        </message>
        <message>
            <source>版本</source>
            <translation>Edition</translation>
        </message>
        <message>
            <source>用语改对以后，这里显示样张。</source>
            <translation>The sample shows here once the words are right.</translation>
        </message>
        <message>
            <source>用语的历次版本</source>
            <translation>Editions of the wording</translation>
        </message>
        <message>
            <source>第 {n} 版</source>
            <translation>No. {n}</translation>
        </message>
        <message>
            <source>结尾(&amp;W)</source>
            <translation>Closing (&amp;W)</translation>
        </message>
        <message>
            <source>英文(&amp;E)</source>
            <translation>&amp;English</translation>
        </message>
        <message>
            <source>英文正文(&amp;T)</source>
            <translation>English s&amp;tatement</translation>
        </message>
        <message>
            <source>英文结尾(&amp;W)</source>
            <translation>English closing (&amp;W)</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>还没有自己的用语，印的是出厂用语。</source>
            <translation>No words of your own yet; the shipped ones are printed.</translation>
        </message>
    </context>
    <context>
        <name>WorkBar</name>
        <message>
            <source>停止 Esc</source>
            <translation>Stop Esc</translation>
        </message>
        <message>
            <source>进行中</source>
            <translation>Under way</translation>
        </message>
    </context>
    <context>
        <name>YearEntryStep</name>
        <message>
            <source>rest 是放假的起止日期，work 是调休上班的周六、周日；也可粘贴其他单位导出的 JSON。</source>
            <translation>rest: days off from and to; work: weekend days worked instead. JSON of another office will do too.</translation>
        </message>
        <message>
            <source>{head}。读得懂，但请核对：</source>
            <translation>{head}. Understood, but please check:</translation>
        </message>
        <message>
            <source>{head}，没有发现问题。</source>
            <translation>{head}; nothing looks wrong.</translation>
        </message>
        <message>
            <source>{year} 年：放假 {rest} 天，调休上班 {work} 天</source>
            <translation>{year}: {rest} days off, {work} worked instead</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>从文件读入(&amp;F)…</source>
            <translation>From a &amp;file…</translation>
        </message>
        <message>
            <source>同一年已有的安排会被整个替换。应用以前先看全年日历，以及每一件在办事项的期限怎样变化。</source>
            <translation>What stands for the year is replaced whole. Before, you see the year and every due date that moves.</translation>
        </message>
        <message>
            <source>已载入 {year} 年的放假安排，{n} 件期限随之改变</source>
            <translation>{year} is loaded; {n} due dates moved</translation>
        </message>
        <message>
            <source>所有文件 (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>数据(&amp;D)</source>
            <translation>&amp;Data</translation>
        </message>
        <message>
            <source>数据（YAML 或 JSON）(&amp;T)</source>
            <translation>Data, YAML or JSON (&amp;T)</translation>
        </message>
        <message>
            <source>整篇粘贴国务院办公厅的通知，如“一、元旦：1月1日（周五）至3日（周日）放假，共3天。”</source>
            <translation>Paste the whole notice of the State Council, in Chinese, as it was published.</translation>
        </message>
        <message>
            <source>文本 (*.txt *.json *.yaml *.yml)</source>
            <translation>Text (*.txt *.json *.yaml *.yml)</translation>
        </message>
        <message>
            <source>检查(&amp;C)</source>
            <translation>&amp;Check</translation>
        </message>
        <message>
            <source>检查并预览</source>
            <translation>check and preview</translation>
        </message>
        <message>
            <source>检查并预览(&amp;S)</source>
            <translation>Check and preview (&amp;S)</translation>
        </message>
        <message>
            <source>载入一年的放假安排</source>
            <translation>Load a year's days off</translation>
        </message>
        <message>
            <source>选择放假安排的文件</source>
            <translation>Choose the file of a year</translation>
        </message>
        <message>
            <source>逐行填写(&amp;L)</source>
            <translation>&amp;Lines</translation>
        </message>
        <message>
            <source>通知原文(&amp;N)</source>
            <translation>&amp;Notice</translation>
        </message>
        <message>
            <source>通知原文(&amp;T)</source>
            <translation>&amp;Text of the notice</translation>
        </message>
        <message>
            <source>通知原文、逐行填写、数据</source>
            <translation>notice, lines, data</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>YearLines</name>
        <message>
            <source>到</source>
            <translation>To</translation>
        </message>
        <message>
            <source>增加一行(&amp;A)</source>
            <translation>&amp;Add a line</translation>
        </message>
        <message>
            <source>放假从</source>
            <translation>Off from</translation>
        </message>
        <message>
            <source>第{n}行 {what}</source>
            <translation>Line {n}: {what}</translation>
        </message>
        <message>
            <source>节日</source>
            <translation>Festival</translation>
        </message>
        <message>
            <source>调休上班日（可多个）</source>
            <translation>Worked instead</translation>
        </message>
    </context>
    <context>
        <name>YearView</name>
        <message>
            <source>全年日历</source>
            <translation>Calendar of the year</translation>
        </message>
    </context>
    <context>
        <name>_AskForm</name>
        <message>
            <source>返回 Esc</source>
            <translation>Back Esc</translation>
        </message>
    </context>
    <context>
        <name>_PaperLine</name>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>删除材料 {no}</source>
            <translation>Delete paper {no}</translation>
        </message>
        <message>
            <source>原件 </source>
            <translation>originals </translation>
        </message>
        <message>
            <source>复印件 </source>
            <translation>copies </translation>
        </message>
        <message>
            <source>材料 {no} 原件份数</source>
            <translation>Paper {no}: originals</translation>
        </message>
        <message>
            <source>材料 {no} 名称</source>
            <translation>Paper {no}: name</translation>
        </message>
        <message>
            <source>材料 {no} 复印件份数</source>
            <translation>Paper {no}: copies</translation>
        </message>
        <message>
            <source>材料名称</source>
            <translation>Name of the paper</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>上移 {spoken} {no}</source>
            <translation>Move {spoken} {no} up</translation>
        </message>
        <message>
            <source>下移 {spoken} {no}</source>
            <translation>Move {spoken} {no} down</translation>
        </message>
        <message>
            <source>删除 {spoken} {no}</source>
            <translation>Delete {spoken} {no}</translation>
        </message>
    </context>
    <context>
        <name>calls</name>
        <message>
            <source>已约定回电：{when}</source>
            <translation>Call promised: {when}</translation>
        </message>
    </context>
    <context>
        <name>cases</name>
        <message>
            <source>{due} 暂定</source>
            <translation>{due} provisional</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>到期</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>剩余</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Officer</translation>
        </message>
    </context>
    <context>
        <name>catalogue</name>
        <message>
            <source>不完整 {n}</source>
            <translation>Incomplete {n}</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>全部 {n}</source>
            <translation>All {n}</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>即将生效 {n}</source>
            <translation>Coming {n}</translation>
        </message>
        <message>
            <source>已停用 {n}</source>
            <translation>Not in use {n}</translation>
        </message>
        <message>
            <source>所有事项的内容都完整。</source>
            <translation>All matters are complete.</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>未承诺时限 {n}</source>
            <translation>No limit {n}</translation>
        </message>
        <message>
            <source>未确定</source>
            <translation>not set</translation>
        </message>
        <message>
            <source>每个事项都承诺了时限。</source>
            <translation>Every matter has a promised limit.</translation>
        </message>
        <message>
            <source>没有停用的事项。</source>
            <translation>No matter is out of use.</translation>
        </message>
        <message>
            <source>没有等待生效的修改。</source>
            <translation>No change waits to come into force.</translation>
        </message>
        <message>
            <source>还没有办事事项。导入一份目录，或者新建事项。</source>
            <translation>No matters yet. Import a catalogue, or make a new matter.</translation>
        </message>
    </context>
    <context>
        <name>charts</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>没有来访</source>
            <translation>no contacts</translation>
        </message>
    </context>
    <context>
        <name>day_marks</name>
        <message>
            <source>{layer}：{what}</source>
            <translation>{layer}: {what}</translation>
        </message>
        <message>
            <source>{said}（{reason}）</source>
            <translation>{said} ({reason})</translation>
        </message>
        <message>
            <source>{said}，以此为准</source>
            <translation>{said}, which holds</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>上班</source>
            <translation>works</translation>
        </message>
        <message>
            <source>休</source>
            <translation>off</translation>
        </message>
        <message>
            <source>休息</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>办公时间：{hours}</source>
            <translation>Hours: {hours}</translation>
        </message>
        <message>
            <source>另行上班</source>
            <translation>works all the same</translation>
        </message>
        <message>
            <source>另行休息</source>
            <translation>closed besides</translation>
        </message>
        <message>
            <source>当天办公时间另定：{hours}</source>
            <translation>Hours of this day: {hours}</translation>
        </message>
        <message>
            <source>换办公时间</source>
            <translation>other hours begin</translation>
        </message>
        <message>
            <source>放假</source>
            <translation>holiday</translation>
        </message>
        <message>
            <source>时间另定</source>
            <translation>own hours</translation>
        </message>
        <message>
            <source>本</source>
            <translation>our</translation>
        </message>
        <message>
            <source>校</source>
            <translation>uni</translation>
        </message>
        <message>
            <source>班</source>
            <translation>on</translation>
        </message>
        <message>
            <source>省</source>
            <translation>pro</translation>
        </message>
        <message>
            <source>短</source>
            <translation>hrs</translation>
        </message>
        <message>
            <source>自这一天起办公时间：{hours}</source>
            <translation>Hours from this day on: {hours}</translation>
        </message>
        <message>
            <source>调休上班</source>
            <translation>make-up day</translation>
        </message>
        <message>
            <source>预</source>
            <translation>est</translation>
        </message>
        <message>
            <source>预计放假</source>
            <translation>expected</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>directory</name>
        <message>
            <source>Ctrl+P 打印指路单</source>
            <translation>Ctrl+P prints the way slip</translation>
        </message>
        <message>
            <source>单位通讯录(&amp;U)</source>
            <translation>&amp;Units</translation>
        </message>
        <message>
            <source>现在不办公</source>
            <translation>closed now</translation>
        </message>
        <message>
            <source>现在开门</source>
            <translation>open now</translation>
        </message>
    </context>
    <context>
        <name>duty</name>
        <message>
            <source>{count} 个岗位将空岗，共 {length}</source>
            <translation>{count} posts with nobody, {length} in all</translation>
        </message>
        <message>
            <source>{count} 个岗位无人顶岗，现由 {name} 负责</source>
            <translation>Posts uncovered: {count}; {name} answers for them</translation>
        </message>
        <message>
            <source>{count} 件未结</source>
            <translation>open: {count}</translation>
        </message>
        <message>
            <source>{kind}，应已返回；销假前由顶岗人负责</source>
            <translation>{kind}, should be back; the stand-in answers until confirmed</translation>
        </message>
        <message>
            <source>{kind}，没有已接收的交接单</source>
            <translation>{kind}, no accepted hand-over</translation>
        </message>
        <message>
            <source>{name} 登记其不在岗并顶岗，请补填离岗事由</source>
            <translation>{name} stepped in; please give the reason of absence</translation>
        </message>
        <message>
            <source>{post}：{found}</source>
            <translation>{post}: {found}</translation>
        </message>
        <message>
            <source>事由待补</source>
            <translation>Reason missing</translation>
        </message>
        <message>
            <source>交接待接收</source>
            <translation>Hand-over</translation>
        </message>
        <message>
            <source>到“岗位与值班”指定临时顶岗的人；没有指定前由负责人负责。</source>
            <translation>Name a stand-in under Posts and duty; until then the head answers.</translation>
        </message>
        <message>
            <source>到“岗位与值班”的督查里填写怎样整改的。</source>
            <translation>Say in Posts and duty, Supervision, how it was corrected.</translation>
        </message>
        <message>
            <source>将空岗</source>
            <translation>Uncovered soon</translation>
        </message>
        <message>
            <source>届时A岗离岗而没有人顶岗。请商量改期、另设B岗，或按 1 提前指定临时顶岗；月历里逐日列出。</source>
            <translation>Then the holder is away and nobody stands in. Move the absence, set another stand-in, or press 1 to name one ahead; the month shows each day.</translation>
        </message>
        <message>
            <source>应在 {day} 前整改</source>
            <translation>was due by {day}</translation>
        </message>
        <message>
            <source>待销假</source>
            <translation>Not back</translation>
        </message>
        <message>
            <source>未交接</source>
            <translation>Not handed over</translation>
        </message>
        <message>
            <source>督查待整改</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>离岗前应交接；来不及的由B岗主动顶岗，责任另行认定。</source>
            <translation>Hand over before leaving; where that was impossible the stand-in serves, and the fault is decided apart.</translation>
        </message>
        <message>
            <source>空岗</source>
            <translation>Uncovered</translation>
        </message>
        <message>
            <source>顶岗报告</source>
            <translation>Report</translation>
        </message>
    </context>
    <context>
        <name>findings</name>
        <message>
            <source>{holder} 离岗 · {first} – {last}</source>
            <translation>{holder} away · {first} – {last}</translation>
        </message>
        <message>
            <source>{stand_in} 代 {holder} · {first} – {last}</source>
            <translation>{stand_in} for {holder} · {first} – {last}</translation>
        </message>
        <message>
            <source>未销假</source>
            <translation>not back</translation>
        </message>
    </context>
    <context>
        <name>forms</name>
        <message>
            <source>最多 {limit} 个字，其余没有放进来。</source>
            <translation>At most {limit} characters; the rest was left out.</translation>
        </message>
    </context>
    <context>
        <name>handover</name>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>What</translation>
        </message>
        <message>
            <source>回电</source>
            <translation>Call</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>没有未结的事项；钥匙、约好的电话、领导交办的事写在右边。</source>
            <translation>No open work; write keys, calls and instructions at the right.</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
    </context>
    <context>
        <name>importing</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>letters</name>
        <message>
            <source>不符合其中关于什么的要求</source>
            <translation>Requirement in it that is not met</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>办理结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>办结时间</source>
            <translation>Completed on</translation>
        </message>
        <message>
            <source>发给</source>
            <translation>To</translation>
        </message>
        <message>
            <source>应向哪个部门提出</source>
            <translation>Office to turn to</translation>
        </message>
        <message>
            <source>承办人</source>
            <translation>Handler</translation>
        </message>
        <message>
            <source>承办人电话</source>
            <translation>Handler's phone</translation>
        </message>
        <message>
            <source>救济途径（有规定的才写）</source>
            <translation>Remedy (only where a rule gives one)</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>By</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>目前情况</source>
            <translation>How it stands</translation>
        </message>
        <message>
            <source>移交给</source>
            <translation>Handed to</translation>
        </message>
        <message>
            <source>该部门地点</source>
            <translation>Its place</translation>
        </message>
        <message>
            <source>该部门电话</source>
            <translation>Its phone</translation>
        </message>
        <message>
            <source>请在何时前办结或说明</source>
            <translation>To be completed or explained by</translation>
        </message>
        <message>
            <source>请在何时前提出处理意见</source>
            <translation>Handling to be proposed by</translation>
        </message>
        <message>
            <source>领取地点</source>
            <translation>To be collected at</translation>
        </message>
    </context>
    <context>
        <name>look</name>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>my_work</name>
        <message>
            <source>{name}约好的回电</source>
            <translation>promised by {name}</translation>
        </message>
        <message>
            <source>代 {name}</source>
            <translation>For {name}</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>restricted</translation>
        </message>
        <message>
            <source>回电</source>
            <translation>Call back</translation>
        </message>
        <message>
            <source>本人</source>
            <translation>Myself</translation>
        </message>
    </context>
    <context>
        <name>plans</name>
        <message>
            <source>{topic}
{form}，{name} 列入计划</source>
            <translation>{topic}
{form}, planned by {name}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>今年未培训</source>
            <translation>No training this year</translation>
        </message>
        <message>
            <source>今年每个人都参加过培训。</source>
            <translation>Everybody had training this year.</translation>
        </message>
        <message>
            <source>从未</source>
            <translation>never</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Topic</translation>
        </message>
        <message>
            <source>受训人</source>
            <translation>Trainee</translation>
        </message>
        <message>
            <source>培训计划</source>
            <translation>Planned training</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>已计划</source>
            <translation>Planned</translation>
        </message>
        <message>
            <source>批次</source>
            <translation>Batch</translation>
        </message>
        <message>
            <source>最晚</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>最近培训</source>
            <translation>Last one</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>还没有培训计划。负责人按 N 把要办的培训分批列进来，登记了培训就自动销掉。</source>
            <translation>No training is planned. Heads press N to plan it in batches; a recorded session settles its plan.</translation>
        </message>
    </context>
    <context>
        <name>register</name>
        <message>
            <source>{due}（暂定）</source>
            <translation>{due} (provisional)</translation>
        </message>
        <message>
            <source>{kind} {number} 上仍是原内容，需要时重新出具。</source>
            <translation>{number} ({kind}) still says what it said before; issue it again if needed.</translation>
        </message>
        <message>
            <source>{name}（原件 {original}，复印件 {copies}）</source>
            <translation>{name} (originals {original}, copies {copies})</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>个人信息已遮蔽</source>
            <translation>Personal details are masked</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>void</translation>
        </message>
        <message>
            <source>凭 {number} 回访，接 {reg_no}</source>
            <translation>Slip {number}, {reg_no}</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>Restricted</translation>
        </message>
        <message>
            <source>处置</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>尚未打印</source>
            <translation>not printed</translation>
        </message>
        <message>
            <source>已回访，仍缺材料，见 {reg_no}</source>
            <translation>Back, papers still owed: {reg_no}</translation>
        </message>
        <message>
            <source>已打印 {n} 次</source>
            <translation>printed {n}×</translation>
        </message>
        <message>
            <source>已更正</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>应签收时间</source>
            <translation>To acknowledge by</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>打开此前的登记</source>
            <translation>Open the earlier record</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>材料已补齐，见 {reg_no}</source>
            <translation>Papers complete: {reg_no}</translation>
        </message>
        <message>
            <source>来访</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>See</translation>
        </message>
        <message>
            <source>第 {n} 次转办</source>
            <translation>Transfer {n}</translation>
        </message>
        <message>
            <source>经过</source>
            <translation>History</translation>
        </message>
        <message>
            <source>补打</source>
            <translation>Reprint</translation>
        </message>
        <message>
            <source>补登</source>
            <translation>Late entry</translation>
        </message>
        <message>
            <source>转办</source>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>限时办结</source>
            <translation>Case</translation>
        </message>
    </context>
    <context>
        <name>reminders</name>
        <message>
            <source>{when} 前</source>
            <translation>by {when}</translation>
        </message>
        <message>
            <source>到期以后不能再批准，请在期限之前答复。</source>
            <translation>It cannot be granted once the limit is over; please answer before.</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>restricted</translation>
        </message>
        <message>
            <source>应于{due}办结，{late}。请在{until}前办结，或书面说明原因。</source>
            <translation>It was due {due}: {late}. Close it by {until}, or explain in writing.</translation>
        </message>
        <message>
            <source>待批准</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>申请延期</source>
            <translation>asks for an extension</translation>
        </message>
        <message>
            <source>申请改变时限</source>
            <translation>asks for a change of limit</translation>
        </message>
        <message>
            <source>督办待答复</source>
            <translation>To answer</translation>
        </message>
    </context>
    <context>
        <name>rooms</name>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>办事指南</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <source>岗位与值班</source>
            <translation>Posts and duty</translation>
        </message>
        <message>
            <source>接待登记</source>
            <translation>Intake</translation>
        </message>
        <message>
            <source>登记簿</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>统计与导出</source>
            <translation>Logs, figures</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>限时待办</source>
            <translation>Follow-ups</translation>
        </message>
    </context>
    <context>
        <name>roster</name>
        <message>
            <source>同事</source>
            <translation>Colleagues</translation>
        </message>
        <message>
            <source>培训</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>我的工作</source>
            <translation>My work</translation>
        </message>
        <message>
            <source>报表</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>月历</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>督查</source>
            <translation>Supervision</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message>
            <source>{n} 张二次告知单等您核准</source>
            <translation>{n} second notices wait for you</translation>
        </message>
        <message>
            <source>{n} 项未了事项</source>
            <translation>{n} open points</translation>
        </message>
        <message>
            <source>{week} 的接待登记还没有导出</source>
            <translation>The log of {week} is still to be exported</translation>
        </message>
        <message>
            <source>二次告知</source>
            <translation>Second notice</translation>
        </message>
        <message>
            <source>到期</source>
            <translation>due</translation>
        </message>
        <message>
            <source>受限</source>
            <translation>restricted</translation>
        </message>
        <message>
            <source>周报</source>
            <translation>weekly log</translation>
        </message>
        <message>
            <source>回电</source>
            <translation>call</translation>
        </message>
        <message>
            <source>工作日历变了（{why}），期限现为 {due}。原期限保留在修改痕迹中。</source>
            <translation>The calendar changed ({why}); it is now due {due}. The log keeps the old date.</translation>
        </message>
        <message>
            <source>待接班</source>
            <translation>take over</translation>
        </message>
        <message>
            <source>待签收</source>
            <translation>acknowledge</translation>
        </message>
        <message>
            <source>明天调休上班，请照常到岗</source>
            <translation>Tomorrow is a make-up working day</translation>
        </message>
        <message>
            <source>明天起休息（{name}），{month}月{day}日上班</source>
            <translation>Closed from tomorrow ({name}); open again on {day}/{month}</translation>
        </message>
        <message>
            <source>期限变了</source>
            <translation>date moved</translation>
        </message>
        <message>
            <source>未保存</source>
            <translation>not saved</translation>
        </message>
        <message>
            <source>补正将到期</source>
            <translation>papers due</translation>
        </message>
        <message>
            <source>视为受理</source>
            <translation>Counts as accepted</translation>
        </message>
        <message>
            <source>转出未签收</source>
            <translation>sent, waiting</translation>
        </message>
        <message>
            <source>逾期未补正</source>
            <translation>Lapsed</translation>
        </message>
    </context>
    <context>
        <name>upkeep</name>
        <message>
            <source>{year} 年的放假安排没有载入，期限都是暂定，请尽快载入。</source>
            <translation>The days off of {year} are not loaded: all due dates are provisional. Please load them soon.</translation>
        </message>
        <message>
            <source>{year} 年的放假安排还没有载入，跨年的期限都是暂定；国务院办公厅的通知公布后请载入。</source>
            <translation>The days off of {year} are not loaded: due dates beyond this year are provisional. Please load the notice once it is published.</translation>
        </message>
        <message>
            <source>上次备份 {month}月{day}日 {clock}</source>
            <translation>Last backup {month:02d}-{day:02d} {clock}</translation>
        </message>
        <message>
            <source>上次备份 今天 {clock}</source>
            <translation>Last backup today {clock}</translation>
        </message>
    </context>
    <context>
        <name>way_words</name>
        <message>
            <source>5 个工作日内答复来访人，最迟 {reply_by}</source>
            <translation>Reply to the visitor within 5 working days, by {reply_by}</translation>
        </message>
        <message>
            <source>保存后生成受理编号；无时限</source>
            <translation>A case number is given when you save; no limit</translation>
        </message>
        <message>
            <source>保存后生成受理编号；最迟 {due} 办结</source>
            <translation>Saving gives the case number; done by {due}</translation>
        </message>
        <message>
            <source>接收人 {receiver}，1 个工作日内签收</source>
            <translation>Receiver {receiver}; to acknowledge within 1 working day</translation>
        </message>
        <message>
            <source>本件按受限登记：其他人只能看到编号和日期。不要转给被投诉的人。</source>
            <translation>Restricted: others see number and date only. Never pass it to the person complained of.</translation>
        </message>
        <message>
            <source>材料齐全：受理承诺 F7，能当场办的按 F6</source>
            <translation>Papers complete: promise F7, or on the spot F6</translation>
        </message>
        <message>
            <source>材料齐全：可以改选当场办结 F6 或受理承诺 F7</source>
            <translation>Papers complete: you may choose F6 done at once or F7 promised</translation>
        </message>
        <message>
            <source>移交 {receiver}，1 个工作日内签收、3 个工作日内提出意见</source>
            <translation>Handed to {receiver}: acknowledge within 1, propose within 3 working days</translation>
        </message>
        <message>
            <source>约回电 Ctrl+B</source>
            <translation>promise a call Ctrl+B</translation>
        </message>
        <message>
            <source>请先选定事项，这里列出它的材料。</source>
            <translation>Choose the matter first; its papers are listed here.</translation>
        </message>
        <message>
            <source>还有 {n} 项没有核对</source>
            <translation>{n} still to check</translation>
        </message>
        <message>
            <source>需补正 {n} 项，请于 {date} 前补齐</source>
            <translation>{n} to supplement, by {date}</translation>
        </message>
    </context>
    <context>
        <name>weeks</name>
        <message>
            <source>{year}年第{number}周 · {first_month}月{first_day}日—{last_month}月{last_day}日</source>
            <translation>Week {number} of {year} · {first_month:02d}-{first_day:02d} to {last_month:02d}-{last_day:02d}</translation>
        </message>
    </context>
</TS>
