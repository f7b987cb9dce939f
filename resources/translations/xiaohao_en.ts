<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>（{0}）</source>
        <translation> ({0})</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>规划(&amp;P)</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>任务(&amp;T)</source>
        <translation>&amp;Task</translation>
    </message>
    <message>
        <source>报告(&amp;R)</source>
        <translation>&amp;Report</translation>
    </message>
    <message>
        <source>往来(&amp;L)</source>
        <translation>&amp;Units</translation>
    </message>
    <message>
        <source>报送(&amp;S)</source>
        <translation>&amp;Submit</translation>
    </message>
    <message>
        <source>工具(&amp;O)</source>
        <translation>T&amp;ools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>外观(&amp;A)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>行高(&amp;H)</source>
        <translation>Row &amp;Height</translation>
    </message>
    <message>
        <source>字号(&amp;F)</source>
        <translation>&amp;Font Size</translation>
    </message>
    <message>
        <source>语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>状态(&amp;S)</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>未能完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program Error</translation>
    </message>
    <message>
        <source>程序出现错误，刚才的操作没有完成；此前已保存的内容不受影响。</source>
        <translation>The program met an error and the last step was not done. What was saved before is safe.</translation>
    </message>
    <message>
        <source>关闭程序后重新打开；仍出现时联系维护人员。</source>
        <translation> Close the program and open it again. If this comes back, tell your support staff.</translation>
    </message>
    <message>
        <source>关闭程序后重新打开；仍出现时把记录文件交给维护人员：
{0}</source>
        <translation> Close the program and open it again. If this comes back, give this log file to your support staff:
{0}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>在原文中查看</source>
        <translation>Show in source</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>记录读数</source>
        <translation>Record reading</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>填写进展</source>
        <translation>Add progress</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>注明无佐证的理由</source>
        <translation>Give a reason for no evidence</translation>
    </message>
    <message>
        <source>{0} 个分段</source>
        <translation>{0} parts</translation>
    </message>
    <message>
        <source>{0} 项</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>尚无</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>{0} 份</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>无佐证的理由：{0}</source>
        <translation>Reason for no evidence: {0}</translation>
    </message>
    <message>
        <source>{0} 项，销号 {1}</source>
        <translation>{0} tasks, {1} closed</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>分段{0}</source>
        <translation>Part {0}</translation>
    </message>
    <message>
        <source>序时进度{0}%</source>
        <translation>Expected {0}%</translation>
    </message>
    <message>
        <source>未销号</source>
        <translation>Not closed</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>部分销号</source>
        <translation>Partly closed</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>{0} 格，{1}</source>
        <translation>{0} cells, {1}</translation>
    </message>
    <message>
        <source>{0} 行 {1} 格，不属于下发的任务，未采，需要时手工补录</source>
        <translation>{0} rows, {1} cells: no task that was handed out; not taken, enter by hand if needed</translation>
    </message>
    <message>
        <source>表外</source>
        <translation>Outside</translation>
    </message>
    <message>
        <source>第{0}行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>缺行</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>{0} 行已下发而表内没有，未作更改</source>
        <translation>{0} rows were handed out and are not in it; left as they are</translation>
    </message>
    <message>
        <source>两边都改过或两处不一致</source>
        <translation>changed on both sides, or two answers differ</translation>
    </message>
    <message>
        <source>须逐格确认</source>
        <translation>to be confirmed one by one</translation>
    </message>
    <message>
        <source>仅单位改过</source>
        <translation>changed by the unit alone</translation>
    </message>
    <message>
        <source>说明原因</source>
        <translation>with the reason</translation>
    </message>
    <message>
        <source>单位未改，或与本地一致</source>
        <translation>not changed by the unit, or as in the ledger</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>下发时 {0}</source>
        <translation>Out {0}</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>未改</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>佐证</source>
        <comment>narrow column</comment>
        <translation>Files</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>（未写明）</source>
        <translation>(not stated)</translation>
    </message>
    <message>
        <source>全部任务</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Hand Out</translation>
    </message>
    <message>
        <source>应交</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>交回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>格</source>
        <translation>Cells</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Urged</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>本月到期</source>
        <translation>Due this month</translation>
    </message>
    <message>
        <source>缺佐证</source>
        <translation>Evidence missing</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>报告所指任务</source>
        <translation>Tasks from the report</translation>
    </message>
    <message>
        <source>{0}年{1}月</source>
        <translation>{0}-{1}</translation>
    </message>
    <message>
        <source>{0}年第{1}季度</source>
        <translation>{0} Q{1}</translation>
    </message>
    <message>
        <source>{0}年上半年</source>
        <translation>first half of {0}</translation>
    </message>
    <message>
        <source>{0}年下半年</source>
        <translation>second half of {0}</translation>
    </message>
    <message>
        <source>{0}年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Whole text</translation>
    </message>
    <message>
        <source>第{0}段</source>
        <translation>Paragraph {0}</translation>
    </message>
    <message>
        <source>按{0}</source>
        <translation>As {0}</translation>
    </message>
    <message>
        <source>已按修复后的文字</source>
        <translation>Repaired wording used</translation>
    </message>
    <message>
        <source>未添加到各项任务</source>
        <translation>Not added to the tasks</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>未计入</source>
        <translation>Not included</translation>
    </message>
    <message>
        <source>{0} 章</source>
        <translation>{0} chapters</translation>
    </message>
    <message>
        <source>{0} 节</source>
        <translation>{0} sections</translation>
    </message>
    <message>
        <source>{0} 项任务</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>{0} 条背景</source>
        <translation>{0} background</translation>
    </message>
    <message>
        <source>文字有改动，记录随任务保留</source>
        <translation>wording changed, records kept with the task</translation>
    </message>
    <message>
        <source>原版本没有</source>
        <translation>not in the old version</translation>
    </message>
    <message>
        <source>新版本没有，记录保留</source>
        <translation>not in the new version, records kept</translation>
    </message>
    <message>
        <source>文字未变，换了章节</source>
        <translation>same wording, moved to another chapter</translation>
    </message>
    <message>
        <source>曾被删除，新版本又有，记录恢复</source>
        <translation>deleted before and now back, records restored</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation>No longer applies</translation>
    </message>
    <message>
        <source>恢复原状态</source>
        <translation>Former status restored</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>未变 {0} 项</source>
        <translation>Unchanged {0}</translation>
    </message>
    <message>
        <source>{0}（原{1}）</source>
        <translation>{0} (was {1})</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>完成时限 {0}</source>
        <translation>Deadline {0}</translation>
    </message>
    <message>
        <source>首个责任单位为牵头单位</source>
        <translation>First responsible unit becomes lead</translation>
    </message>
    <message>
        <source>标题</source>
        <comment>of a document</comment>
        <translation>Title</translation>
    </message>
    <message>
        <source>另用于{0}等{1}项</source>
        <translation>Also used for {0} and others, {1} in all</translation>
    </message>
    <message>
        <source>另用于{0}</source>
        <translation>Also used for {0}</translation>
    </message>
    <message>
        <source>（公式）</source>
        <translation>(formula)</translation>
    </message>
    <message>
        <source>{0}填什么</source>
        <translation>What {0} takes</translation>
    </message>
    <message>
        <source>第{0}列</source>
        <translation>Column {0}</translation>
    </message>
    <message>
        <source>与上次相同</source>
        <translation>as the last time</translation>
    </message>
    <message>
        <source>少 {0} 格</source>
        <translation>{0} fewer</translation>
    </message>
    <message>
        <source>多 {0} 格</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>“{0}”不是单个单位，填报表须自行转发，或改选具体单位</source>
        <translation>“{0}” is no single unit: pass its workbook on yourself, or choose the units</translation>
    </message>
    <message>
        <source>{0} {1} 格</source>
        <translation>{0}, {1} cells</translation>
    </message>
    <message>
        <source>（多家）{0}</source>
        <translation>(several) {0}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>第 {0} 段：{1}</source>
        <translation>Paragraph {0}: {1}</translation>
    </message>
    <message>
        <source>{0} {1} 行</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>共 {0} 行：{1}</source>
        <translation>{0} rows: {1}</translation>
    </message>
    <message>
        <source>“{0}”列作为</source>
        <translation>Column “{0}” is</translation>
    </message>
    <message>
        <source>已回 {0} 份</source>
        <translation>{0} back</translation>
    </message>
    <message>
        <source>未读入 {0} 份</source>
        <translation>{0} not read</translation>
    </message>
    <message>
        <source>未读入</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>未回 {0} 个单位</source>
        <translation>{0} units not back</translation>
    </message>
    <message>
        <source>未回</source>
        <translation>Not back</translation>
    </message>
    <message>
        <source>冲突 {0}</source>
        <translation>Conflicts {0}</translation>
    </message>
    <message>
        <source>未定 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>无冲突</source>
        <translation>No conflicts</translation>
    </message>
    <message>
        <source>数字键 1-4 选择，F8 下一处</source>
        <translation>Keys 1-4 choose, F8 next</translation>
    </message>
    <message>
        <source>采用单位</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>下发时</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>1 单位填报</source>
        <translation>1 Theirs</translation>
    </message>
    <message>
        <source>2 本地现值</source>
        <translation>2 Ours</translation>
    </message>
    <message>
        <source>{0}不能为空</source>
        <translation>{0} cannot be empty</translation>
    </message>
    <message>
        <source>没有要核对的内容</source>
        <translation>Nothing to review</translation>
    </message>
    <message>
        <source>不属于下发的任务</source>
        <translation>Not a task that was handed out</translation>
    </message>
    <message>
        <source>合并后</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>3 并存&#x3000;4 另填</source>
        <translation>3 Both  4 Own</translation>
    </message>
    <message>
        <source>4 另填</source>
        <translation>4 Own</translation>
    </message>
    <message>
        <source>合并后&#x3000;4 另填</source>
        <translation>Merged  4 Own</translation>
    </message>
    <message>
        <source>单位填报</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <source>本地现值</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>读入 {0}</source>
        <translation>Read {0}</translation>
    </message>
    <message>
        <source>读入</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>回执预览</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>另存…</source>
        <translation>Save As…</translation>
    </message>
    <message>
        <source>生成 PDF 回执</source>
        <translation>Write PDF receipts</translation>
    </message>
    <message>
        <source>生成 Word 回执</source>
        <translation>Write Word receipts</translation>
    </message>
    <message>
        <source>合并为一步，可整体撤销。</source>
        <translation>Merging is one step that can be undone.</translation>
    </message>
    <message>
        <source>合并前自动备份。</source>
        <translation>A backup is made before.</translation>
    </message>
    <message>
        <source>未全部确定前不写入。</source>
        <translation>Nothing is written before all is settled.</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>有改动或缺失</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>所选范围内没有要打印的页，报告共 {0} 页</source>
        <translation>No page to print in this range; the report has {0} pages</translation>
    </message>
    <message>
        <source>页码范围“{0}”应写为 1-3,5，页码不超过 {1}</source>
        <translation>Write the page range “{0}” as 1-3,5, with pages up to {1}</translation>
    </message>
    <message>
        <source>打印机没有响应，检查打印机后重试</source>
        <translation>The printer does not answer. Check it and try again</translation>
    </message>
    <message>
        <source>打印机中止了打印，检查打印机后重试</source>
        <translation>The printer stopped. Check it and try again</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>全部文件</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于销号</source>
        <translation>About Xiaohao</translation>
    </message>
    <message>
        <source>销号 {0}</source>
        <translation>Xiaohao {0}</translation>
    </message>
    <message>
        <source>规划任务逐项销号、留存佐证、生成台账和报告。
本程序不联网，所有内容只保存在本机。
按木兰宽松许可证第2版（Mulan PSL v2）发布，第三方组件及字体的许可见随附的 THIRD_PARTY_NOTICES.md。
台账位置：{0}</source>
        <translation>Closes the tasks of a plan one by one, keeps the evidence, and makes ledgers and reports.
This program never goes online. Everything stays on this computer.
Released under the Mulan PSL v2. Licences of third-party parts and fonts are in THIRD_PARTY_NOTICES.md.
Ledger folder: {0}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>先在列表中选择任务</source>
        <translation>Select tasks in the list first</translation>
    </message>
    <message>
        <source>先在列表中选择一项任务</source>
        <translation>Select one task in the list first</translation>
    </message>
    <message>
        <source>尚无规划</source>
        <translation>No plans yet</translation>
    </message>
    <message>
        <source>导入规划(&amp;I)…</source>
        <translation>&amp;Import Plan…</translation>
    </message>
    <message>
        <source>读入一份规划、方案或工作要点</source>
        <translation>Read in a plan or a work programme</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>从剪贴板导入(&amp;V)</source>
        <translation>Import from clip&amp;board</translation>
    </message>
    <message>
        <source>读入复制的文字或表格，核对后存入</source>
        <translation>Read copied text or cells, review, then store</translation>
    </message>
    <message>
        <source>导出台账(&amp;E)…</source>
        <translation>&amp;Export Ledger…</translation>
    </message>
    <message>
        <source>生成 Excel 台账</source>
        <translation>Make an Excel ledger</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>报告(&amp;R)…</source>
        <translation>&amp;Report…</translation>
    </message>
    <message>
        <source>起草、预览、打印、导出报告</source>
        <translation>Draft, preview, print and export a report</translation>
    </message>
    <message>
        <source>打开台账文件夹(&amp;O)…</source>
        <translation>&amp;Open Ledger Folder…</translation>
    </message>
    <message>
        <source>打开本机或移动盘上的台账</source>
        <translation>Open a ledger on this computer or on a removable disk</translation>
    </message>
    <message>
        <source>打开示例(&amp;S)</source>
        <translation>Open &amp;Sample</translation>
    </message>
    <message>
        <source>打开一份虚构的台账，可随意操作</source>
        <translation>Open an invented ledger to try things on</translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>关闭程序</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>起草并预览</source>
        <translation>Draft and preview</translation>
    </message>
    <message>
        <source>进展情况报告(&amp;P)…</source>
        <translation>&amp;Progress Report…</translation>
    </message>
    <message>
        <source>任务台账(&amp;L)…</source>
        <translation>&amp;Ledger…</translation>
    </message>
    <message>
        <source>逾期通报(&amp;O)…</source>
        <translation>&amp;Overdue Circular…</translation>
    </message>
    <message>
        <source>单位清单(&amp;U)…</source>
        <translation>&amp;Unit Lists…</translation>
    </message>
    <message>
        <source>催办函(&amp;D)…</source>
        <translation>Ur&amp;ging Letter…</translation>
    </message>
    <message>
        <source>指标完成情况(&amp;T)…</source>
        <translation>&amp;Targets…</translation>
    </message>
    <message>
        <source>佐证材料目录(&amp;E)…</source>
        <translation>E&amp;vidence List…</translation>
    </message>
    <message>
        <source>打印选中任务(&amp;S)…</source>
        <translation>Print &amp;Selected Tasks…</translation>
    </message>
    <message>
        <source>把选中的任务印成任务清单</source>
        <translation>Print the selected tasks as a list</translation>
    </message>
    <message>
        <source>打印校准页(&amp;C)…</source>
        <translation>&amp;Calibration Page…</translation>
    </message>
    <message>
        <source>打印一页标尺，核对打印机是否按实际大小打印</source>
        <translation>Print a ruler to see whether the printer keeps the actual size</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>重做撤销的一步</source>
        <translation>Redo the step that was undone</translation>
    </message>
    <message>
        <source>复制(&amp;C)</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>把选中的行作为表格复制</source>
        <translation>Copy the selected rows as a table</translation>
    </message>
    <message>
        <source>全选(&amp;A)</source>
        <translation>Select &amp;All</translation>
    </message>
    <message>
        <source>选中列表中的全部任务</source>
        <translation>Select all tasks in the list</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>按名称、单位、进展、佐证查找</source>
        <translation>Find by name, unit, progress or evidence</translation>
    </message>
    <message>
        <source>大纲(&amp;T)</source>
        <translation>Ou&amp;tline</translation>
    </message>
    <message>
        <source>按章节显示任务</source>
        <translation>Show tasks by chapter</translation>
    </message>
    <message>
        <source>表格(&amp;G)</source>
        <translation>&amp;Grid</translation>
    </message>
    <message>
        <source>逐行显示任务，可排序、筛选</source>
        <translation>Show tasks row by row, to sort and filter</translation>
    </message>
    <message>
        <source>显示背景条目(&amp;B)</source>
        <translation>Show &amp;Background Items</translation>
    </message>
    <message>
        <source>在大纲中显示不需销号的条目</source>
        <translation>Show items in the outline that are not to be closed</translation>
    </message>
    <message>
        <source>全部展开(&amp;X)</source>
        <translation>E&amp;xpand All</translation>
    </message>
    <message>
        <source>展开大纲的全部章节</source>
        <translation>Expand every chapter of the outline</translation>
    </message>
    <message>
        <source>全部折叠(&amp;C)</source>
        <translation>&amp;Collapse All</translation>
    </message>
    <message>
        <source>折叠大纲的全部章节</source>
        <translation>Collapse every chapter of the outline</translation>
    </message>
    <message>
        <source>详情栏(&amp;D)</source>
        <translation>&amp;Details Pane</translation>
    </message>
    <message>
        <source>显示或隐藏右侧的任务详情</source>
        <translation>Show or hide the task details on the right</translation>
    </message>
    <message>
        <source>行高24</source>
        <translation>Row height 24</translation>
    </message>
    <message>
        <source>行高28</source>
        <translation>Row height 28</translation>
    </message>
    <message>
        <source>行高36</source>
        <translation>Row height 36</translation>
    </message>
    <message>
        <source>字号为标准的90%</source>
        <translation>90% of the standard size</translation>
    </message>
    <message>
        <source>标准字号</source>
        <translation>Standard size</translation>
    </message>
    <message>
        <source>紧凑(&amp;C)</source>
        <translation>&amp;Compact</translation>
    </message>
    <message>
        <source>标准(&amp;S)</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>宽松(&amp;R)</source>
        <translation>&amp;Roomy</translation>
    </message>
    <message>
        <source>小(&amp;S)</source>
        <translation>&amp;Small</translation>
    </message>
    <message>
        <source>标准(&amp;M)</source>
        <translation>Sta&amp;ndard</translation>
    </message>
    <message>
        <source>字号为标准的115%</source>
        <translation>115% of the standard size</translation>
    </message>
    <message>
        <source>大(&amp;L)</source>
        <translation>&amp;Large</translation>
    </message>
    <message>
        <source>随系统(&amp;S)</source>
        <translation>Follow &amp;system</translation>
    </message>
    <message>
        <source>深浅随系统设置</source>
        <translation>Light or dark as the system is set</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>浅色界面</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>深色界面</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>界面用简体中文，重新启动后生效</source>
        <translation>Window in Simplified Chinese after a restart</translation>
    </message>
    <message>
        <source>界面用英文，重新启动后生效</source>
        <translation>Window in English after a restart</translation>
    </message>
    <message>
        <source>移除规划(&amp;R)</source>
        <translation>&amp;Remove Plan</translation>
    </message>
    <message>
        <source>从台账中移除当前规划，可撤销</source>
        <translation>Remove the current plan from the ledger; can be undone</translation>
    </message>
    <message>
        <source>更新版本(&amp;U)…</source>
        <translation>&amp;Update Version…</translation>
    </message>
    <message>
        <source>读入当前规划的新版本，核对新增、变更、删除的任务，记录保留</source>
        <translation>Read a new version of the current plan and review new, changed and deleted tasks; records are kept</translation>
    </message>
    <message>
        <source>通用条款(&amp;C)…</source>
        <translation>&amp;Common Clauses…</translation>
    </message>
    <message>
        <source>查看适用于全文的条款，套用到有关任务</source>
        <translation>See clauses that hold for the whole text and apply them to the tasks</translation>
    </message>
    <message>
        <source>导出核对更正(&amp;X)…</source>
        <translation>E&amp;xport Corrections…</translation>
    </message>
    <message>
        <source>把导入当前规划时的更正存为文件，可在核对时载入</source>
        <translation>Save what was corrected when this plan was imported, to be loaded in a review</translation>
    </message>
    <message>
        <source>销号(&amp;T)</source>
        <translation>&amp;Close Task</translation>
    </message>
    <message>
        <source>选中的任务销号</source>
        <translation>Close the selected tasks</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>退回重办(&amp;B)…</source>
        <translation>Send &amp;Back…</translation>
    </message>
    <message>
        <source>撤销选中任务的销号，须写明原因</source>
        <translation>Take back the closing of the selected tasks; a reason is required</translation>
    </message>
    <message>
        <source>填写进展(&amp;P)…</source>
        <translation>Add &amp;Progress…</translation>
    </message>
    <message>
        <source>填写当前任务的进展</source>
        <translation>Add progress to the current task</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>添加佐证(&amp;A)…</source>
        <translation>&amp;Add Evidence…</translation>
    </message>
    <message>
        <source>为选中的任务添加佐证材料</source>
        <translation>Add evidence to the selected tasks</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>延期(&amp;D)…</source>
        <translation>Exten&amp;d…</translation>
    </message>
    <message>
        <source>更改当前任务的完成时限，须写明依据</source>
        <translation>Change the deadline of the current task; the basis is required</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>记录读数(&amp;N)…</source>
        <translation>Record Readi&amp;ng…</translation>
    </message>
    <message>
        <source>记录当前任务一项指标的读数</source>
        <translation>Record a reading for a target of the current task</translation>
    </message>
    <message>
        <source>校验台账(&amp;V)</source>
        <translation>&amp;Verify Ledger</translation>
    </message>
    <message>
        <source>核对历史记录与佐证文件是否完整</source>
        <translation>Check that history and evidence files are whole</translation>
    </message>
    <message>
        <source>合并单位(&amp;M)…</source>
        <translation>&amp;Merge Units…</translation>
    </message>
    <message>
        <source>把同一单位的不同名称合为一个</source>
        <translation>Make one of several names of the same unit</translation>
    </message>
    <message>
        <source>更改台账位置(&amp;L)…</source>
        <translation>Change Ledger &amp;Location…</translation>
    </message>
    <message>
        <source>把台账放到另一个文件夹</source>
        <translation>Put the ledger in another folder</translation>
    </message>
    <message>
        <source>快捷键(&amp;K)</source>
        <translation>&amp;Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>列出全部快捷键</source>
        <translation>List all keyboard shortcuts</translation>
    </message>
    <message>
        <source>关于销号(&amp;A)</source>
        <translation>&amp;About Xiaohao</translation>
    </message>
    <message>
        <source>版本、许可与第三方声明</source>
        <translation>Version, licence and third-party notices</translation>
    </message>
    <message>
        <source>下发表格(&amp;H)…</source>
        <translation>&amp;Hand Out Workbooks…</translation>
    </message>
    <message>
        <source>为每个单位生成一份填报表</source>
        <translation>Write a workbook for every unit</translation>
    </message>
    <message>
        <source>回收表格(&amp;M)…</source>
        <translation>&amp;Merge Returned Workbooks…</translation>
    </message>
    <message>
        <source>读入单位交回的填报表，逐格核对后合并</source>
        <translation>Read returned workbooks, review them cell by cell, merge</translation>
    </message>
    <message>
        <source>交回情况(&amp;R)…</source>
        <translation>&amp;Returns…</translation>
    </message>
    <message>
        <source>各单位何时下发、何时应交、是否交回，可催办</source>
        <translation>Who was given what when, what is due and back; urge</translation>
    </message>
    <message>
        <source>对应佐证(&amp;E)…</source>
        <translation>Match &amp;Evidence…</translation>
    </message>
    <message>
        <source>按单位填报的佐证名称，在文件夹中找到文件并附上</source>
        <translation>Find the files that units named in a folder and attach them</translation>
    </message>
    <message>
        <source>报送(&amp;S)…</source>
        <translation>&amp;Submit…</translation>
    </message>
    <message>
        <source>检查后定稿，按报送时的样子留存</source>
        <translation>Check, then freeze and keep as it was sent</translation>
    </message>
    <message>
        <source>历次报送(&amp;H)…</source>
        <translation>Submissions &amp;History…</translation>
    </message>
    <message>
        <source>打开、比较、另存历次报送的文件</source>
        <translation>Open, compare and save what was submitted</translation>
    </message>
    <message>
        <source>佐证打包(&amp;E)…</source>
        <translation>Pack &amp;Evidence…</translation>
    </message>
    <message>
        <source>按任务整理佐证，附卷内目录和校验值</source>
        <translation>Evidence by task, with its list and digests</translation>
    </message>
    <message>
        <source>填写上级表格(&amp;F)…</source>
        <translation>&amp;Fill In a Form…</translation>
    </message>
    <message>
        <source>按台账填写上级下发的空表，格式不变</source>
        <translation>Fill a blank form from above out of the ledger; its look stays</translation>
    </message>
    <message>
        <source>{0}(&amp;{1})</source>
        <translation>&amp;{1} {0}</translation>
    </message>
    <message>
        <source>选中的任务改为“{0}”</source>
        <translation>Set the selected tasks to “{0}”</translation>
    </message>
</context>
<context>
    <name>BookHead</name>
    <message>
        <source>按结果筛选</source>
        <translation>Filter by result</translation>
    </message>
    <message>
        <source>{0} 行</source>
        <translation>{0} rows</translation>
    </message>
    <message>
        <source>未读入</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>全部 {0}</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>已定 {0} / {1}</source>
        <translation>Settled {0} / {1}</translation>
    </message>
</context>
<context>
    <name>BookList</name>
    <message>
        <source>回收的填报表</source>
        <translation>Returned workbooks</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>进度</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ChoicesPane</name>
    <message>
        <source>全部章</source>
        <translation>All chapters</translation>
    </message>
    <message>
        <source>{0} 章</source>
        <translation>{0} chapters</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>{0} 个单位</source>
        <translation>{0} units</translation>
    </message>
    <message>
        <source>落款单位</source>
        <translation>Signing unit</translation>
    </message>
    <message>
        <source>图表（不选改列表格）</source>
        <translation>Charts (else tables)</translation>
    </message>
    <message>
        <source>数据口径及对应任务</source>
        <translation>Definitions and tasks</translation>
    </message>
    <message>
        <source>双面，外侧</source>
        <translation>Two-sided, outer edge</translation>
    </message>
    <message>
        <source>居中</source>
        <translation>Centred</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>主送</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>落款</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>附件：{0}</source>
        <translation>Annex: {0}</translation>
    </message>
    <message>
        <source>只取选中的 {0} 项任务</source>
        <translation>Only the {0} selected tasks</translation>
    </message>
    <message>
        <source>主送机关</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>各有关单位</source>
        <translation>Units concerned</translation>
    </message>
</context>
<context>
    <name>ColumnsOfView</name>
    <message>
        <source>恢复默认列宽</source>
        <translation>Reset Column Widths</translation>
    </message>
</context>
<context>
    <name>Controllers</name>
    <message>
        <source>正在打开台账</source>
        <translation>Opening the ledger</translation>
    </message>
    <message>
        <source>已打开 {0}</source>
        <translation>Opened {0}</translation>
    </message>
</context>
<context>
    <name>CorrectionsFile</name>
    <message>
        <source>导出更正</source>
        <translation>Export Corrections</translation>
    </message>
    <message>
        <source>{0}-更正.json</source>
        <translation>{0}-corrections.json</translation>
    </message>
    <message>
        <source>更正文件</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>载入更正</source>
        <translation>Load Corrections</translation>
    </message>
    <message>
        <source>更正未能导出：{0}</source>
        <translation>Corrections could not be exported: {0}</translation>
    </message>
    <message>
        <source>已导出 {0} 处更正：{1}</source>
        <translation>{0} corrections exported: {1}</translation>
    </message>
    <message>
        <source>更正文件无法读取：{0}</source>
        <translation>The corrections file cannot be read: {0}</translation>
    </message>
    <message>
        <source>已载入 {0} 处更正</source>
        <translation>{0} corrections loaded</translation>
    </message>
    <message>
        <source>更正文件过大，未载入</source>
        <translation>The corrections file is too large and was not loaded</translation>
    </message>
    <message>
        <source>更正文件属于另一份文件“{0}”，未载入</source>
        <translation>The corrections file belongs to another document, “{0}”, and was not loaded</translation>
    </message>
    <message>
        <source>{0}，{1} 处与本文件不符，未载入。</source>
        <translation>{0}. {1} do not fit this document and were not loaded.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>CountedTabs</name>
    <message>
        <source>任务详情</source>
        <translation>Task details</translation>
    </message>
</context>
<context>
    <name>CoverageBar</name>
    <message>
        <source>共 {0} 段，已归类 {1}</source>
        <translation>{0} paragraphs, {1} sorted</translation>
    </message>
</context>
<context>
    <name>DeadlineForm</name>
    <message>
        <source>添加时限</source>
        <translation>Add Deadline</translation>
    </message>
    <message>
        <source>更改时限</source>
        <translation>Change Deadline</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>台账中有多份规划，先在左栏选择一份</source>
        <translation>The ledger holds several plans. Choose one on the left first</translation>
    </message>
</context>
<context>
    <name>DocumentLine</name>
    <message>
        <source>未识别</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>yyyy-mm-dd</translation>
    </message>
</context>
<context>
    <name>DoubtModel</name>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>现按</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>DoubtTally</name>
    <message>
        <source>疑点 {0}，已核 {1}</source>
        <translation>Doubts {0}, checked {1}</translation>
    </message>
    <message>
        <source>&#x3000;修复 {0} 类</source>
        <translation>  Repairs: {0} kinds</translation>
    </message>
</context>
<context>
    <name>DoubtsPane</name>
    <message>
        <source>疑点</source>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>上一处 Shift+F8</source>
        <translation>Previous Shift+F8</translation>
    </message>
    <message>
        <source>下一处 F8</source>
        <translation>Next F8</translation>
    </message>
    <message>
        <source>{0} 处，已核 {1} 处</source>
        <translation>{0}, checked {1}</translation>
    </message>
    <message>
        <source>确认 Enter</source>
        <translation>Confirm Enter</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>作为任务</source>
        <translation>Make a task</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>补充到各任务</source>
        <translation>Add to each task</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>将文件拖到此处</source>
        <translation>Drop files here</translation>
    </message>
</context>
<context>
    <name>EvidenceController</name>
    <message>
        <source>添加佐证</source>
        <translation>Add Evidence</translation>
    </message>
    <message>
        <source>正在存入佐证</source>
        <translation>Storing evidence</translation>
    </message>
    <message>
        <source>本机没有能打开{0}的程序</source>
        <translation>No program on this computer opens {0}</translation>
    </message>
    <message>
        <source>佐证另存为</source>
        <translation>Save Evidence As</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>已另存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>佐证未能复制（{0}），清理磁盘后再试</source>
        <translation>The evidence could not be copied ({0}). Free some disk space and try again</translation>
    </message>
</context>
<context>
    <name>EvidencePackController</name>
    <message>
        <source>正在打包佐证</source>
        <translation>Packing evidence</translation>
    </message>
    <message>
        <source>正在统计佐证</source>
        <translation>Counting evidence</translation>
    </message>
    <message>
        <source>压缩包</source>
        <translation>Zip file</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>佐证打包</source>
        <translation>Pack Evidence</translation>
    </message>
    <message>
        <source>已打包 {0}</source>
        <translation>Packed {0}</translation>
    </message>
</context>
<context>
    <name>EvidencePackDialog</name>
    <message>
        <source>佐证打包</source>
        <translation>Pack Evidence</translation>
    </message>
    <message>
        <source>选定报送期的，只收该期附上的佐证</source>
        <translation>With a period chosen, only evidence added within it goes in</translation>
    </message>
    <message>
        <source>压缩包</source>
        <translation>Zip file</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>不设可留空</source>
        <translation>Leave empty for none</translation>
    </message>
    <message>
        <source>没有佐证的任务</source>
        <translation>Tasks without evidence</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>打包…</source>
        <translation>Pack…</translation>
    </message>
    <message>
        <source>正在统计……</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>{0} 项</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>{0} 项任务，{1} 份佐证，{2}</source>
        <translation>{0} tasks, {1} evidence files, {2}</translation>
    </message>
    <message>
        <source>所选范围没有佐证，放宽范围</source>
        <translation>There is no evidence in this scope; choose a wider one</translation>
    </message>
    <message>
        <source>两次输入的密码不同，重新输入</source>
        <translation>The two passwords differ; type them again</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>文件夹不能加密码</source>
        <translation>A folder cannot have a password</translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>粘贴截图</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>把剪贴板中的图片作为佐证（Ctrl+V）</source>
        <translation>Use the picture on the clipboard as evidence (Ctrl+V)</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>用于其他任务</source>
        <translation>Use for Other Tasks</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save As</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{0} 份，共 {1}</source>
        <translation>{0} files, {1}</translation>
    </message>
    <message>
        <source>尚无佐证</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>用于其他任务…</source>
        <translation>Use for Other Tasks…</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save As…</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export Ledger</translation>
    </message>
    <message>
        <source>导出 Excel 台账</source>
        <translation>Export Excel Ledger</translation>
    </message>
    <message>
        <source>全部规划</source>
        <translation>All plans</translation>
    </message>
    <message>
        <source>正在导出 {0}</source>
        <translation>Exporting {0}</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
</context>
<context>
    <name>ExportResultDialog</name>
    <message>
        <source>导出完成</source>
        <translation>Export Done</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
</context>
<context>
    <name>ExtensionDialog</name>
    <message>
        <source>延期</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>确定时限</source>
        <translation>Set deadline</translation>
    </message>
    <message>
        <source>批准延期的会议、文件或领导批示</source>
        <translation>Meeting, document or instruction that approved it</translation>
    </message>
    <message>
        <source>现时限</source>
        <translation>Deadline now</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>新时限</source>
        <translation>New deadline</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>原时限和依据保留在台账中</source>
        <translation>The old deadline and the basis stay in the ledger</translation>
    </message>
    <message>
        <source>新时限须晚于现时限{0}</source>
        <translation>The new deadline must be later than {0}</translation>
    </message>
    <message>
        <source>依据未填写。写明批准延期的会议、文件或批示</source>
        <translation>No basis given. Name the meeting, document or instruction that approved it</translation>
    </message>
</context>
<context>
    <name>FactModel</name>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>，{0}前</source>
        <translation>, by {0}</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>不设时限</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>不低于</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>at most</translation>
    </message>
</context>
<context>
    <name>FactTable</name>
    <message>
        <source>单位、时限、指标</source>
        <translation>Units, deadlines, targets</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>按名称、章、单位或数值查找</source>
        <translation>Name, chapter, unit or value</translation>
    </message>
    <message>
        <source>报告中的数据</source>
        <translation>Figures of the report</translation>
    </message>
    <message>
        <source>对应任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>没有这个数据。正文中的日期、目标值和读数来自各项任务的记录</source>
        <translation>No such figure. Dates, aims and readings in the text come from the records of tasks</translation>
    </message>
    <message>
        <source>{0}：{1}。{2}。</source>
        <translation>{0}: {1}. {2}.</translation>
    </message>
    <message>
        <source>在主窗口列出全部 {0} 项</source>
        <translation>List all {0} in the main window</translation>
    </message>
    <message>
        <source>{0} 项</source>
        <translation>{0} tasks</translation>
    </message>
</context>
<context>
    <name>FilesResultDialog</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source> 等{0}项</source>
        <translation> and others, {0} in all</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>取消这一项筛选</source>
        <translation>Remove this filter</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>导入规划文件</source>
        <translation>Import a Plan</translation>
    </message>
    <message>
        <source>规划、方案、工作要点，或已有的台账表格。</source>
        <translation>Plans, work programmes, or a ledger you already keep.</translation>
    </message>
    <message>
        <source>打开已有台账</source>
        <translation>Open a Ledger</translation>
    </message>
    <message>
        <source>从本机或移动盘上的“销号台账”文件夹打开。</source>
        <translation>From a “销号台账” folder on any disk.</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the Sample</translation>
    </message>
    <message>
        <source>虚构的工作要点，可随意操作。</source>
        <translation>An invented work programme to try things on.</translation>
    </message>
    <message>
        <source>从一份规划文件开始</source>
        <translation>Start with a Plan</translation>
    </message>
    <message>
        <source>导入工作要点或实施方案，逐项销号、留存佐证，按期生成台账和报告。</source>
        <translation>Import a plan, close its tasks one by one, keep the evidence, and make ledgers and reports on time.</translation>
    </message>
    <message>
        <source>本程序不联网，所有内容只保存在本机。</source>
        <translation>This program never goes online. Everything stays on this computer.</translation>
    </message>
    <message>
        <source>更改位置</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>也可将文件拖到此窗口，或按 Ctrl+V 粘贴文字。</source>
        <translation>Or drop files on this window, or press Ctrl+V to paste text. </translation>
    </message>
    <message>
        <source>台账保存在：{0}</source>
        <translation>Ledger folder: {0}</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>所填内容尚未保存，再按一次 Esc 放弃</source>
        <translation>Not saved yet: press Esc again to discard it</translation>
    </message>
</context>
<context>
    <name>FormMappingDialog</name>
    <message>
        <source>填写上级表格 - {0}</source>
        <translation>Fill In a Form - {0}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{0} 种灯</source>
        <translation>{0} lights</translation>
    </message>
    <message>
        <source>只填本期有变化的任务</source>
        <translation>Only tasks changed in the period</translation>
    </message>
    <message>
        <source>各列填什么</source>
        <translation>What each column takes</translation>
    </message>
    <message>
        <source>按上次的对应</source>
        <translation>As the last time</translation>
    </message>
    <message>
        <source>按表头推测，可更改</source>
        <translation>Guessed by the head</translation>
    </message>
    <message>
        <source>{0}；深色行填任务，浅色格为空格</source>
        <translation>{0}; dark rows: tasks, light cells: blanks</translation>
    </message>
    <message>
        <source>填写…</source>
        <translation>Fill in…</translation>
    </message>
    <message>
        <source>没有一列填任务内容，在表格上方选定</source>
        <translation>No column takes anything of a task; choose above the table</translation>
    </message>
    <message>
        <source>只填有变化的任务须选定报送期</source>
        <translation>Changed tasks need a period</translation>
    </message>
    <message>
        <source>亮灯</source>
        <translation>Lights</translation>
    </message>
    <message>
        <source>填报单位</source>
        <translation>Filled in by</translation>
    </message>
    <message>
        <source>表中空格</source>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>起始行</source>
        <translation>First row</translation>
    </message>
    <message>
        <source>从第 {0} 行起填</source>
        <translation>From row {0}</translation>
    </message>
    <message>
        <source>未认出表头，在表格上方选定各列</source>
        <translation>The head was not recognised; choose what each column takes</translation>
    </message>
    <message>
        <source>表中列有 {0} 项任务，按名称对应，只填空着的格</source>
        <translation>The form lists {0} tasks; they are matched by name, only empty cells are filled</translation>
    </message>
    <message>
        <source>表中有 {0} 个空行，不够时按原样增加</source>
        <translation>The form has {0} empty rows; more are added in its look</translation>
    </message>
</context>
<context>
    <name>Handling</name>
    <message>
        <source>光标不在条目的正文内，先在原文中点到要拆开的地方</source>
        <translation>The cursor is not in the text of an item. Click where to split in the source text first</translation>
    </message>
    <message>
        <source>前面没有可并入的条目</source>
        <translation>There is no item before this one to merge into</translation>
    </message>
    <message>
        <source>改层级</source>
        <translation>Change level</translation>
    </message>
    <message>
        <source>改类别</source>
        <translation>Change kind</translation>
    </message>
    <message>
        <source>{0}，{1} 条</source>
        <translation>{0}, {1} items</translation>
    </message>
</context>
<context>
    <name>HandoutController</name>
    <message>
        <source>尚未下发过填报表</source>
        <translation>Nothing was handed out yet</translation>
    </message>
    <message>
        <source>正在统计填报表</source>
        <translation>Counting the workbooks</translation>
    </message>
    <message>
        <source>正在生成填报表</source>
        <translation>Writing workbooks</translation>
    </message>
    <message>
        <source>已取消，没有下发</source>
        <translation>Cancelled, nothing was handed out</translation>
    </message>
    <message>
        <source>存放填报表的文件夹</source>
        <translation>Folder for the workbooks</translation>
    </message>
    <message>
        <source>已下发{0}：{1} 份，{2} 行，{3} 格</source>
        <translation>Handed out {0}: {1} workbooks, {2} rows, {3} cells</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>格</source>
        <translation>Cells</translation>
    </message>
    <message>
        <source>本月累计</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>下发完成</source>
        <translation>Handed Out</translation>
    </message>
    <message>
        <source>存放催办函的文件夹</source>
        <translation>Folder for the letters</translation>
    </message>
    <message>
        <source>正在生成催办函</source>
        <translation>Writing letters</translation>
    </message>
    <message>
        <source>已生成催办函 {0} 份，催办已登记</source>
        <translation>{0} letters written and counted</translation>
    </message>
    <message>
        <source>催办函</source>
        <translation>Letters</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>下发表格</source>
        <translation>Hand Out Workbooks</translation>
    </message>
    <message>
        <source>牵头、责任单位</source>
        <translation>Lead and responsible units</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Supporting units</translation>
    </message>
    <message>
        <source>只问未办结或有变化的</source>
        <translation>Only what is open or changed</translation>
    </message>
    <message>
        <source>全部任务</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>返回时限</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Hand Out</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在统计……</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>先选择存放填报表的文件夹</source>
        <translation>Choose a folder for the workbooks first</translation>
    </message>
    <message>
        <source>所填内容尚未保存，再按一次 Esc 放弃</source>
        <translation>Not saved yet: press Esc again to discard it</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>印在填报说明之后，可不填</source>
        <translation>After the instructions; optional</translation>
    </message>
    <message>
        <source>保护锁定的栏目，可不设，程序不保存</source>
        <translation>Locks cells; optional, not kept</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>{0} 个单位，{1} 份，{2} 行，{3} 格</source>
        <translation>{0} units, {1} workbooks, {2} rows, {3} cells</translation>
    </message>
    <message>
        <source>；上次 {0} 格，{1}</source>
        <translation>; {0} cells the last time, {1}</translation>
    </message>
    <message>
        <source>；{0} 行已办结或无变化，不问</source>
        <translation>; {0} rows done or unchanged are not asked</translation>
    </message>
    <message>
        <source>未选择单位</source>
        <translation>No unit chosen</translation>
    </message>
    <message>
        <source>；其中 {0} 个不是单个单位，须自行转发</source>
        <translation>; {0} of them no single units, to be passed on by you</translation>
    </message>
    <message>
        <source>；{0} 个不是单个单位，未选</source>
        <translation>; {0} no single units, not chosen</translation>
    </message>
    <message>
        <source>承担角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>附言</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>已有的文件不覆盖，同名时另存。下发为一步，可撤销；撤销不删除已生成的文件。</source>
        <translation>Files that exist are kept; the new one gets a second name. Handing out is one step that can be undone; files stay.</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>正在撤销</source>
        <translation>Undoing</translation>
    </message>
    <message>
        <source>正在重做</source>
        <translation>Redoing</translation>
    </message>
</context>
<context>
    <name>ImportReviewDialog</name>
    <message>
        <source>（第{0}份，共{1}份）</source>
        <translation> ({0} of {1})</translation>
    </message>
    <message>
        <source>导入核对{0} - {1}</source>
        <translation>Review Import{0} - {1}</translation>
    </message>
    <message>
        <source>，更正 {0} 处</source>
        <translation>, {0} corrections</translation>
    </message>
    <message>
        <source>，疑点 {0} 处未核</source>
        <translation>, {0} doubts to check</translation>
    </message>
    <message>
        <source>取消导入</source>
        <translation>Cancel Import</translation>
    </message>
    <message>
        <source>已作的 {0} 处更正不会保留。</source>
        <translation>The {0} corrections made will not be kept.</translation>
    </message>
    <message>
        <source>放弃更正</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>继续核对</source>
        <translation>Keep Reviewing</translation>
    </message>
    <message>
        <source>存入台账（{0} 项任务）</source>
        <translation>Store in Ledger ({0} tasks)</translation>
    </message>
    <message>
        <source>表中的状态、进度和进展一并存入。</source>
        <translation>The record in the table is stored too. </translation>
    </message>
    <message>
        <source>核对结果随规划保存。尚有 {0} 处疑点未核，存入后仍可处理。</source>
        <translation>{0} doubts are left; they can be handled after storing.</translation>
    </message>
    <message>
        <source>核对结果随规划保存，存入前可撤销。</source>
        <translation>The review is kept with the plan and can be undone before storing.</translation>
    </message>
    <message>
        <source>没有待核的疑点</source>
        <translation>No doubts to check</translation>
    </message>
</context>
<context>
    <name>LedgerColumnsDialog</name>
    <message>
        <source>核对栏目 - {0}</source>
        <translation>Columns - {0}</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>导入此工作表</source>
        <translation>Import this sheet</translation>
    </message>
    <message>
        <source>表格 {0}</source>
        <translation>Table {0}</translation>
    </message>
    <message>
        <source>表头行数</source>
        <translation>Head rows</translation>
    </message>
    <message>
        <source>按正文读取</source>
        <translation>Read as text</translation>
    </message>
    <message>
        <source>表格里是成段的文字，不是逐行的任务</source>
        <translation>The table holds paragraphs, not one task a row</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>各列用作什么，在列名下方选择；下次遇到同样的表头照此读取。</source>
        <translation>Choose below each name what the column is for; the same head is read this way next time.</translation>
    </message>
    <message>
        <source>（不导入）</source>
        <translation> (left out)</translation>
    </message>
    <message>
        <source>继续（{0} 项任务）</source>
        <translation>Continue ({0} tasks)</translation>
    </message>
    <message>
        <source>没有一行可作任务，核对表头行数和各列</source>
        <translation>No row makes a task: check the head rows and the columns</translation>
    </message>
    <message>
        <source>没有选中工作表，在表格下方勾选“导入此工作表”</source>
        <translation>No sheet is chosen: tick “Import this sheet” below the table</translation>
    </message>
    <message>
        <source>工作表“{0}”</source>
        <translation>Sheet “{0}”: </translation>
    </message>
    <message>
        <source>没有一列作为“任务”，在列名下方选择</source>
        <translation>No column is the task: choose one below the names</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>销号</source>
        <translation>Xiaohao</translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message>
        <source>回收填报表</source>
        <translation>Merge Returned Workbooks</translation>
    </message>
    <message>
        <source>填报表</source>
        <translation>Returned workbooks</translation>
    </message>
    <message>
        <source>正在读取 {0} 份填报表</source>
        <translation>Reading {0} workbooks</translation>
    </message>
    <message>
        <source>回收核对已关闭，未合并；再次读取这些填报表时恢复已选</source>
        <translation>Review closed, nothing merged; reading the same workbooks again brings the choices back</translation>
    </message>
    <message>
        <source>正在合并</source>
        <translation>Merging</translation>
    </message>
    <message>
        <source>已合并 {0} 份，读入 {1} 格，合并前已备份</source>
        <translation>{0} workbooks merged, {1} cells read, backed up before</translation>
    </message>
    <message>
        <source>；填报的佐证名称有 {0} 个待对应</source>
        <translation>; {0} names of evidence wait for their files</translation>
    </message>
    <message>
        <source>正在生成回执</source>
        <translation>Writing receipts</translation>
    </message>
    <message>
        <source>已生成回执 {0} 份</source>
        <translation>{0} receipts written</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipts</translation>
    </message>
</context>
<context>
    <name>MergeReviewDialog</name>
    <message>
        <source>本表全部用单位</source>
        <translation>All Theirs Here</translation>
    </message>
    <message>
        <source>本表全部用本地</source>
        <translation>All Ours Here</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{0}只能有一个值，不能并存</source>
        <translation>{0} has one value only; both cannot stand</translation>
    </message>
    <message>
        <source>合并（没有可合并的填报表）</source>
        <translation>Merge (nothing to merge)</translation>
    </message>
    <message>
        <source>合并（尚有 {0} 格未定）</source>
        <translation>Merge ({0} cells open)</translation>
    </message>
    <message>
        <source>{0} 份共读入 {1} 格，须核对 {2} 格，已定 {3} 格</source>
        <translation>{0} workbooks, {1} cells read, {2} to settle, {3} settled</translation>
    </message>
    <message>
        <source>待核对 {0} / {1}</source>
        <translation>To settle {0} / {1}</translation>
    </message>
    <message>
        <source>{0} 个批次</source>
        <translation>{0} batches</translation>
    </message>
    <message>
        <source>回收核对 - {0}</source>
        <translation>Review of Returns - {0}</translation>
    </message>
    <message>
        <source>回收核对</source>
        <translation>Review of Returns</translation>
    </message>
</context>
<context>
    <name>MergeSwitch</name>
    <message>
        <source>单位</source>
        <translation>Theirs</translation>
    </message>
</context>
<context>
    <name>MergeUnitsDialog</name>
    <message>
        <source>合并单位</source>
        <translation>Merge Units</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merge in</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>其他名称</source>
        <translation>Other names</translation>
    </message>
    <message>
        <source>查找单位</source>
        <translation>Find unit</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已选 {0} 个单位</source>
        <translation>{0} units selected</translation>
    </message>
    <message>
        <source>可能是同一单位</source>
        <translation>Perhaps the same unit</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>保留名称</source>
        <translation>Name to keep</translation>
    </message>
</context>
<context>
    <name>ModeSwitch</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Grid</translation>
    </message>
</context>
<context>
    <name>NamedEvidenceController</name>
    <message>
        <source>单位填报的佐证名称均已有对应文件</source>
        <translation>Every name that units gave has its file</translation>
    </message>
    <message>
        <source>存放佐证材料的文件夹</source>
        <translation>Folder of the material</translation>
    </message>
    <message>
        <source>指定文件</source>
        <translation>Choose Files</translation>
    </message>
    <message>
        <source>正在查找文件</source>
        <translation>Looking for files</translation>
    </message>
    <message>
        <source>正在存入佐证</source>
        <translation>Storing evidence</translation>
    </message>
    <message>
        <source>正在核对佐证名称</source>
        <translation>Checking the names of evidence</translation>
    </message>
</context>
<context>
    <name>NamedFilesDialog</name>
    <message>
        <source>对应佐证</source>
        <translation>Match Evidence</translation>
    </message>
    <message>
        <source>存放佐证材料的文件夹</source>
        <translation>Folder of the material</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose Folder…</translation>
    </message>
    <message>
        <source>指定文件…</source>
        <translation>Choose File…</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>填报的名称</source>
        <translation>Name Given</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>对应</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>佐证名称</source>
        <translation>Evidence names</translation>
    </message>
    <message>
        <source>附上</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已复制 {0} 行</source>
        <translation>{0} rows copied</translation>
    </message>
    <message>
        <source>填报名称 {0} 个，找到 {1} 个，待补 {2} 个；将附上 {3} 个文件</source>
        <translation>{0} names, {1} found, {2} missing; {3} files to attach</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>正在打开台账……</source>
        <translation>Opening the ledger…</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>尚无规划。</source>
        <translation>No plans yet.</translation>
    </message>
    <message>
        <source>导入一份文件后在此列出。</source>
        <translation>Imported plans are listed here.</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead units</translation>
    </message>
</context>
<context>
    <name>NodeEditor</name>
    <message>
        <source>本条</source>
        <translation>This item</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>背景</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>在大纲或原文中选择</source>
        <translation>Select in the outline or the source text</translation>
    </message>
    <message>
        <source>{0} 个分段</source>
        <translation>{0} parts</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubts</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>报告各页</source>
        <translation>Pages of the report</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>{0} 份规划</source>
        <translation>{0} plans</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send Back</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>更改完成时限，须写明依据</source>
        <translation>Change the deadline; the basis is required</translation>
    </message>
</context>
<context>
    <name>PercentBar</name>
    <message>
        <source>序时进度{0}%</source>
        <translation>Expected {0}%</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>截至今日</source>
        <translation>Up to today</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>按季度</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>按半年</source>
        <translation>Half year</translation>
    </message>
    <message>
        <source>按年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>起止日期</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>哪一期</source>
        <translation>Which period</translation>
    </message>
    <message>
        <source>起始日</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>截止日</source>
        <translation>Last day</translation>
    </message>
</context>
<context>
    <name>PlanChoiceDialog</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>PlanController</name>
    <message>
        <source>导入规划</source>
        <translation>Import Plan</translation>
    </message>
    <message>
        <source>剪贴板中没有文字，先复制正文或表格</source>
        <translation>The clipboard holds no text: copy a document or cells first</translation>
    </message>
    <message>
        <source>粘贴的表格</source>
        <translation>Pasted cells</translation>
    </message>
    <message>
        <source>粘贴的文字</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>导出核对更正</source>
        <translation>Export Corrections</translation>
    </message>
    <message>
        <source>规划文件</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>正在移除规划</source>
        <translation>Removing the plan</translation>
    </message>
    <message>
        <source>{0}-更正.json</source>
        <translation>{0}-corrections.json</translation>
    </message>
    <message>
        <source>更正文件</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>已导出核对更正：{0}</source>
        <translation>Corrections exported: {0}</translation>
    </message>
    <message>
        <source>正在存入《{0}》</source>
        <translation>Storing “{0}”</translation>
    </message>
    <message>
        <source>《{0}》已在台账中，未重复存入。</source>
        <translation>“{0}” is in the ledger already and was not stored again.</translation>
    </message>
    <message>
        <source>已在台账中</source>
        <translation>Already in the ledger</translation>
    </message>
    <message>
        <source>已存入：任务 {0} 项，单位 {1} 个，时限 {2} 个，指标 {3} 个</source>
        <translation>Stored: {0} tasks, {1} units, {2} deadlines, {3} targets</translation>
    </message>
</context>
<context>
    <name>PlanField</name>
    <message>
        <source>全部规划（{0} 份）</source>
        <translation>All plans ({0})</translation>
    </message>
</context>
<context>
    <name>PlanReader</name>
    <message>
        <source>正在读取 {0}</source>
        <translation>Reading {0}</translation>
    </message>
</context>
<context>
    <name>PlanRulesDialog</name>
    <message>
        <source>通用条款 - {0}</source>
        <translation>Common Clauses - {0}</translation>
    </message>
    <message>
        <source>原文中适用于多项任务的条款，套用后补入有关任务，可撤销。</source>
        <translation>Clauses of the source text that hold for several tasks. Applying adds them to those tasks; can be undone.</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>补入内容</source>
        <translation>Adds</translation>
    </message>
    <message>
        <source>涉及任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>套用日期</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>套用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>这份规划没有适用于多项任务的条款。</source>
        <translation>This plan has no clauses that hold for several tasks.</translation>
    </message>
    <message>
        <source>有关任务均已写明，无需套用</source>
        <translation>All the tasks state this already; nothing to apply</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>预览&#x3000;{0}</source>
        <translation>Preview  {0}</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>导出 PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>系统对话框…</source>
        <translation>System dialog…</translation>
    </message>
    <message>
        <source>全部（共 {0} 页）</source>
        <translation>All ({0} pages)</translation>
    </message>
    <message>
        <source>当前页（第 {0} 页）</source>
        <translation>Current page ({0})</translation>
    </message>
    <message>
        <source>页码范围</source>
        <translation>Page range</translation>
    </message>
    <message>
        <source>奇数页和偶数页</source>
        <translation>Odd and even pages</translation>
    </message>
    <message>
        <source>仅奇数页</source>
        <translation>Odd pages only</translation>
    </message>
    <message>
        <source>仅偶数页</source>
        <translation>Even pages only</translation>
    </message>
    <message>
        <source>双面，沿长边翻转</source>
        <translation>Two-sided, long edge</translation>
    </message>
    <message>
        <source>双面，沿短边翻转</source>
        <translation>Two-sided, short edge</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>从末页印起</source>
        <translation>Last page first</translation>
    </message>
    <message>
        <source>打印校准页</source>
        <translation>Calibration Page</translation>
    </message>
    <message>
        <source>未找到打印机，先在系统中添加</source>
        <translation>No printer found; add one in the system first</translation>
    </message>
    <message>
        <source>未找到打印机</source>
        <translation>No printer found</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>奇偶</source>
        <translation>Odd, even</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>按实际大小打印在 A4 纸上。首次使用一台打印机，先打印校准页，用尺核对。</source>
        <translation>Printed at actual size on A4. With a new printer, first print the calibration page and check it with a ruler.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>填写进展</source>
        <translation>Add progress</translation>
    </message>
    <message>
        <source>做了什么，到了哪一步</source>
        <translation>What was done, and how far it has come</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>填报</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>Ctrl+Enter 保存</source>
        <translation>Ctrl+Enter to save</translation>
    </message>
    <message>
        <source>进展情况未填写。写明做了什么，再保存</source>
        <translation>No progress given. Write what was done, then save</translation>
    </message>
</context>
<context>
    <name>ProgressTab</name>
    <message>
        <source>填写进展</source>
        <translation>Add progress</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0} entries</translation>
    </message>
    <message>
        <source>尚无进展</source>
        <translation>No progress yet</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead units</translation>
    </message>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>记录读数</source>
        <translation>Record reading</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Source of the figure</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>读数</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>读数应为数字，如 26、1.4万、95%</source>
        <translation>The reading must be a number, such as 26, 14000 or 95%</translation>
    </message>
    <message>
        <source>不少于</source>
        <translation>at least </translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>at most </translation>
    </message>
    <message>
        <source>，上次{0}（{1}）</source>
        <translation>, last {0} ({1})</translation>
    </message>
    <message>
        <source>以“{0}”计</source>
        <translation>In “{0}”</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由未填写</source>
        <translation>No reason given</translation>
    </message>
</context>
<context>
    <name>ReceiptController</name>
    <message>
        <source>回执另存为</source>
        <translation>Save Receipt As</translation>
    </message>
    <message>
        <source>{0}_回执.pdf</source>
        <translation>{0}_receipt.pdf</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Word 文件</source>
        <translation>Word file</translation>
    </message>
    <message>
        <source>已另存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>打印回执</source>
        <translation>Print Receipt</translation>
    </message>
    <message>
        <source>正在生成回执</source>
        <translation>Writing receipts</translation>
    </message>
</context>
<context>
    <name>RemarksPane</name>
    <message>
        <source>报送前检查</source>
        <translation>Check before submitting</translation>
    </message>
    <message>
        <source>提示 {0} 项</source>
        <translation>{0} remarks</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>正在起草报告</source>
        <translation>Drafting the report</translation>
    </message>
    <message>
        <source>已停止起草，按 F5 重新起草</source>
        <translation>Drafting stopped, F5 drafts again</translation>
    </message>
    <message>
        <source>由报告转来，按 Ctrl+R 返回报告</source>
        <translation>From the report; Ctrl+R goes back</translation>
    </message>
    <message>
        <source>已移除的任务</source>
        <translation>Removed task</translation>
    </message>
</context>
<context>
    <name>ReportOutput</name>
    <message>
        <source>导出报告</source>
        <translation>Export Report</translation>
    </message>
    <message>
        <source>Word 文件</source>
        <translation>Word file</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>正在导出 {0}</source>
        <translation>Exporting {0}</translation>
    </message>
    <message>
        <source>打印校准页</source>
        <translation>Calibration Page</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>已送打印机 {0} 页</source>
        <translation>{0} pages sent to the printer</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>检查 {0}</source>
        <translation>Check {0}</translation>
    </message>
    <message>
        <source>共 {0} 页。红头、文号、印章不由本程序生成。</source>
        <translation>{0} pages. Letterhead, document number and seal are not made by this program.</translation>
    </message>
    <message>
        <source>导出 PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>导出 Word…</source>
        <translation>Word…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>定稿报送…</source>
        <translation>Submit…</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>起草进度</source>
        <translation>Drafting</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>打印（Ctrl+P）</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>导出 PDF（Ctrl+S）</source>
        <translation>Export as PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>导出可编辑的 Word 文件</source>
        <translation>Export as an editable Word file</translation>
    </message>
    <message>
        <source>在主窗口列出全部 {0} 项</source>
        <translation>List all {0} in the main window</translation>
    </message>
    <message>
        <source>点击转到任务：{0}</source>
        <translation>Click to go to the task: {0}</translation>
    </message>
    <message>
        <source>点击查看“{0}”的口径和对应任务</source>
        <translation>Click for the definition and the tasks of “{0}”</translation>
    </message>
</context>
<context>
    <name>ReturnsDialog</name>
    <message>
        <source>交回情况</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>查找单位</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>按月统计</source>
        <translation>By Month</translation>
    </message>
    <message>
        <source>催办函…</source>
        <translation>Letters…</translation>
    </message>
    <message>
        <source>回收表格…</source>
        <translation>Merge Workbooks…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>未交 {0}</source>
        <translation>Owed {0}</translation>
    </message>
    <message>
        <source>已交 {0}</source>
        <translation>Back {0}</translation>
    </message>
    <message>
        <source>已另发 {0}</source>
        <translation>Replaced {0}</translation>
    </message>
    <message>
        <source>无须再交 {0}</source>
        <translation>Not needed {0}</translation>
    </message>
    <message>
        <source>全部 {0}</source>
        <translation>All {0}</translation>
    </message>
    <message>
        <source>此后又下发过填报表，交回新表即可</source>
        <translation>A newer workbook was handed out since; only that one is to come back</translation>
    </message>
    <message>
        <source>表中任务均已销号或不再适用</source>
        <translation>All tasks in it are closed or no longer apply</translation>
    </message>
    <message>
        <source>全部批次</source>
        <translation>All batches</translation>
    </message>
    <message>
        <source>欠交 {0} 份，其中逾期 {1} 份</source>
        <translation>{0} owed, {1} of them late</translation>
    </message>
    <message>
        <source>没有欠交</source>
        <translation>Nothing owed</translation>
    </message>
    <message>
        <source>；已选 {0} 份</source>
        <translation>; {0} selected</translation>
    </message>
    <message>
        <source>先选择未交的单位</source>
        <translation>Select units that owe first</translation>
    </message>
    <message>
        <source>逾期{0}天</source>
        <translation>{0}d late</translation>
    </message>
    <message>
        <source>已另发新表</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>无须再交</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>{0} 次，{1}</source>
        <translation>{0}×, {1}</translation>
    </message>
    <message>
        <source>{0}（原{1}）</source>
        <translation>{0} (was {1})</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>选中处作为任务</source>
        <translation>Make the selection a task</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>选中处作为标题</source>
        <translation>Make the selection a heading</translation>
    </message>
    <message>
        <source>背景</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>选中处作为背景，不销号</source>
        <translation>Make the selection background, not to be closed</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>选中处不进入台账</source>
        <translation>Leave the selection out of the ledger</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>选中的文字作为单位，未选文字时另行填写</source>
        <translation>Use the selected text as a unit, or type one</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>选中的文字作为时限</source>
        <translation>Use the selected text as a deadline</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>选中的文字作为指标</source>
        <translation>Use the selected text as a target</translation>
    </message>
    <message>
        <source>拆分</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>在光标处拆成两条</source>
        <translation>Split in two at the cursor</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>并入上一条</source>
        <translation>Merge into the item before</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>提高一级</source>
        <translation>Move up one level</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>Demote</translation>
    </message>
    <message>
        <source>归入上一个标题之下</source>
        <translation>Put under the heading before</translation>
    </message>
    <message>
        <source>正文到此段为止</source>
        <translation>Text ends here</translation>
    </message>
    <message>
        <source>其后各段不再属于本条</source>
        <translation>Later paragraphs no longer belong to this item</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重做撤销的一步</source>
        <translation>Redo the step that was undone</translation>
    </message>
    <message>
        <source>下一处疑点</source>
        <translation>Next doubt</translation>
    </message>
    <message>
        <source>转到下一处待核疑点</source>
        <translation>Go to the next doubt to check</translation>
    </message>
    <message>
        <source>上一处疑点</source>
        <translation>Previous doubt</translation>
    </message>
    <message>
        <source>转到上一处待核疑点</source>
        <translation>Go to the previous doubt to check</translation>
    </message>
    <message>
        <source>在原文中查找</source>
        <translation>Find in Source</translation>
    </message>
    <message>
        <source>下一栏</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>转到下一栏</source>
        <translation>Go to the next pane</translation>
    </message>
    <message>
        <source>本条</source>
        <translation>This item</translation>
    </message>
    <message>
        <source>显示或隐藏本条的内容</source>
        <translation>Show or hide what is in this item</translation>
    </message>
    <message>
        <source>存入</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>存入台账</source>
        <translation>Store in the ledger</translation>
    </message>
    <message>
        <source>设为牵头单位</source>
        <translation>Set as lead</translation>
    </message>
    <message>
        <source>设为配合单位</source>
        <translation>Set as support</translation>
    </message>
    <message>
        <source>设为责任单位</source>
        <translation>Set as responsible</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>回收核对清单</source>
        <translation>Cells under review</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>在原文中查找</source>
        <translation>Find in Source</translation>
    </message>
    <message>
        <source>大纲</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导出更正…</source>
        <translation>Export Corrections…</translation>
    </message>
    <message>
        <source>载入更正…</source>
        <translation>Load Corrections…</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
</context>
<context>
    <name>ReviseReviewDialog</name>
    <message>
        <source>更新版本 - {0}</source>
        <translation>Update Version - {0}</translation>
    </message>
    <message>
        <source>全部保留销号</source>
        <translation>Keep All Closed</translation>
    </message>
    <message>
        <source>更新为一步，可整体撤销；更新前自动备份</source>
        <translation>The update is one step and can be undone as a whole; a backup is made first</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>全部改为待核</source>
        <translation>Set All to Check</translation>
    </message>
    <message>
        <source>原版本</source>
        <translation>Old version</translation>
    </message>
    <message>
        <source>新版本</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>变更清单</source>
        <translation>List of changes</translation>
    </message>
</context>
<context>
    <name>RevisedModel</name>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>更新后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>{0} {1} 项，{2}</source>
        <translation>{0} {1}, {2}</translation>
    </message>
    <message>
        <source>原 {0}</source>
        <translation>was {0}</translation>
    </message>
</context>
<context>
    <name>RevisionController</name>
    <message>
        <source>选择新版本</source>
        <translation>Choose the New Version</translation>
    </message>
    <message>
        <source>规划文件</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>比较版本（{0} 项任务）</source>
        <translation>Compare versions ({0} tasks)</translation>
    </message>
    <message>
        <source>正在比较版本</source>
        <translation>Comparing the versions</translation>
    </message>
    <message>
        <source>更新版本</source>
        <translation>Update Version</translation>
    </message>
    <message>
        <source>正在更新版本</source>
        <translation>Updating the version</translation>
    </message>
    <message>
        <source>已更新版本：{0}</source>
        <translation>Version updated: {0}</translation>
    </message>
    <message>
        <source>正在套用条款</source>
        <translation>Applying the clause</translation>
    </message>
    <message>
        <source>正在核对条款</source>
        <translation>Checking the clauses</translation>
    </message>
    <message>
        <source>正在合并单位</source>
        <translation>Merging the units</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ScopeFields</name>
    <message>
        <source>全部章</source>
        <translation>All chapters</translation>
    </message>
    <message>
        <source>{0} 章</source>
        <translation>{0} chapters</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>{0} 个单位</source>
        <translation>{0} units</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>正在读取台账</source>
        <translation>Reading the ledger</translation>
    </message>
    <message>
        <source>已打开 {0}</source>
        <translation>Opened {0}</translation>
    </message>
    <message>
        <source>{0} 份规划</source>
        <translation>{0} plans</translation>
    </message>
    <message>
        <source>{0}年{1}月{2}日印发</source>
        <translation>Issued {0}-{1}-{2}</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索任务、单位、进展、佐证</source>
        <translation>Search tasks and records</translation>
    </message>
    <message>
        <source>搜索任务、单位、进展</source>
        <translation>Search tasks, units</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>佐证 {0} 份</source>
        <translation>Evidence {0}</translation>
    </message>
    <message>
        <source>平均进度 {0}%&#x3000;{1}</source>
        <translation>Average {0}%  {1}</translation>
    </message>
    <message>
        <source>等 {0} 项</source>
        <translation>{0} in all</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>选中的任务销号或退回</source>
        <translation>Close or send back the selected tasks</translation>
    </message>
    <message>
        <source>把剪贴板中的截图作为佐证</source>
        <translation>Paste screenshot as evidence</translation>
    </message>
    <message>
        <source>保存填写的内容</source>
        <translation>Save what was typed</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>打开原文件</source>
        <translation>Open Original File</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>底色处为当前任务。</source>
        <translation>The shaded text is the current task.</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
</context>
<context>
    <name>StatusCombo</name>
    <message>
        <source>多种状态</source>
        <translation>Mixed</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>本程序不联网，所有内容只保存在本机</source>
        <translation>This program never goes online. Everything stays on this computer</translation>
    </message>
    <message>
        <source>可撤销：{0}</source>
        <translation>Can undo: {0}</translation>
    </message>
    <message>
        <source>显示 {0} / {1} 项</source>
        <translation>Showing {0} of {1}</translation>
    </message>
    <message>
        <source>已选 {0} 项</source>
        <translation>{0} selected</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>Avg.</translation>
    </message>
    <message>
        <source>平均进度</source>
        <translation>Average percent</translation>
    </message>
    <message>
        <source>平均进度 {0}%</source>
        <translation>Average percent {0}%</translation>
    </message>
    <message>
        <source>各灯项数</source>
        <translation>Tasks by light</translation>
    </message>
</context>
<context>
    <name>SubmissionController</name>
    <message>
        <source>正在定稿报送</source>
        <translation>Freezing the submission</translation>
    </message>
    <message>
        <source>第{0}次报送</source>
        <translation>Submission {0}</translation>
    </message>
    <message>
        <source>未能打开（{0}），清理磁盘后再试</source>
        <translation>Could not be opened ({0}); free some disk space and try again</translation>
    </message>
    <message>
        <source>本机没有能打开{0}的程序</source>
        <translation>No program on this machine opens {0}</translation>
    </message>
    <message>
        <source>正在另存报送文件</source>
        <translation>Saving copies of the submission</translation>
    </message>
    <message>
        <source>已另存 {0} 份到 {1}</source>
        <translation>Saved {0} files to {1}</translation>
    </message>
    <message>
        <source>正在导出 {0}</source>
        <translation>Exporting {0}</translation>
    </message>
    <message>
        <source>正在检查报告</source>
        <translation>Checking the report</translation>
    </message>
    <message>
        <source>已定稿报送第 {0} 次</source>
        <translation>Submission {0} is frozen</translation>
    </message>
    <message>
        <source>正在核对留存文件</source>
        <translation>Checking the kept files</translation>
    </message>
    <message>
        <source>正在比较报送</source>
        <translation>Comparing the submissions</translation>
    </message>
    <message>
        <source>导出报送对比</source>
        <translation>Export Comparison</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Word 文件</source>
        <translation>Word file</translation>
    </message>
    <message>
        <source>正在排版报送对比</source>
        <translation>Laying out the comparison</translation>
    </message>
    <message>
        <source>打印报送对比</source>
        <translation>Print Comparison</translation>
    </message>
    <message>
        <source>另存到文件夹</source>
        <translation>Save to Folder</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
</context>
<context>
    <name>SubmissionsWindow</name>
    <message>
        <source>历次报送</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>次</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>留存</source>
        <translation>Kept files</translation>
    </message>
    <message>
        <source>与现在比较</source>
        <translation>Compare with now</translation>
    </message>
    <message>
        <source>另存…</source>
        <translation>Save copies…</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>共 {0} 次</source>
        <translation>{0} submissions</translation>
    </message>
    <message>
        <source>尚未报送，可在菜单“报送”中报送</source>
        <translation>Nothing was submitted yet; see the menu Submit</translation>
    </message>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} 与 {1}</source>
        <translation>{0} and {1}</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>比较所选两次</source>
        <translation>Compare the two</translation>
    </message>
    <message>
        <source>打开报送时的 {0}（只读）</source>
        <translation>Open {0} as it was sent (read-only)</translation>
    </message>
    <message>
        <source>选中一次与现在比较，选中两次互相比较</source>
        <translation>Select one to compare with now, two to compare with each other</translation>
    </message>
</context>
<context>
    <name>SubmitDialog</name>
    <message>
        <source>报送 - 第 {0} 次</source>
        <translation>Submit - No. {0}</translation>
    </message>
    <message>
        <source>报送对象和方式</source>
        <translation>To whom and how</translation>
    </message>
    <message>
        <source>改写的数字已核对</source>
        <translation>Reworded figures checked</translation>
    </message>
    <message>
        <source>定稿报送</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>正在检查……</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正文有台账以外的数字，核对后勾选“改写的数字已核对”</source>
        <translation>Some figures are not in the ledger: check them, then tick “Reworded figures checked”</translation>
    </message>
    <message>
        <source>留存 PDF、Word、台账和数据，不能修改、不能撤销</source>
        <translation>Keeps PDF, Word, ledger and data; cannot be changed or undone</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>全部规划（{0} 份）</source>
        <translation>All plans ({0})</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>截至今日</source>
        <translation>Up to today</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>全部章</source>
        <translation>All chapters</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
</context>
<context>
    <name>SubmittedDialog</name>
    <message>
        <source>定稿报送完成</source>
        <translation>Submission Frozen</translation>
    </message>
    <message>
        <source>第 {0} 次报送：{1}</source>
        <translation>Submission {0}: {1}</translation>
    </message>
    <message>
        <source>{0}，{1} 项任务。已留存 {2}。</source>
        <translation>{0}, {1} tasks. Kept: {2}.</translation>
    </message>
    <message>
        <source>留存位置：{0}</source>
        <translation>Kept in: {0}</translation>
    </message>
    <message>
        <source>再次查看、另存或对比：“报送”菜单“历次报送”。</source>
        <translation>To view, save or compare again: menu “Submit”, “Past Submissions”.</translation>
    </message>
    <message>
        <source>打开报告</source>
        <translation>Open Report</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>历次报送</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open Folder</translation>
    </message>
</context>
<context>
    <name>SuperiorFormController</name>
    <message>
        <source>选择上级表格</source>
        <translation>Choose a form</translation>
    </message>
    <message>
        <source>空表</source>
        <translation>Blank forms</translation>
    </message>
    <message>
        <source>正在读取 {0}</source>
        <translation>Reading {0}</translation>
    </message>
    <message>
        <source>正在填写 {0}</source>
        <translation>Filling in {0}</translation>
    </message>
    <message>
        <source>正在核对表格</source>
        <translation>Checking the form</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>填好的表存为</source>
        <translation>Save the filled form as</translation>
    </message>
    <message>
        <source>已填写 {0}</source>
        <translation>Filled in {0}</translation>
    </message>
</context>
<context>
    <name>SwitchDelegate</name>
    <message>
        <source>1 待核</source>
        <translation>1 Check</translation>
    </message>
    <message>
        <source>2 已销号</source>
        <translation>2 Closed</translation>
    </message>
</context>
<context>
    <name>TargetForm</name>
    <message>
        <source>添加指标</source>
        <translation>Add Target</translation>
    </message>
    <message>
        <source>更改指标</source>
        <translation>Change Target</translation>
    </message>
    <message>
        <source>不低于</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>等于</source>
        <translation>equal to</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>指标原文未填写</source>
        <translation>No wording of the target given</translation>
    </message>
    <message>
        <source>数值应为数字，如30、95.5</source>
        <translation>The value must be a number, such as 30 or 95.5</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit of measure</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>TaskChoiceDialog</name>
    <message>
        <source>用于其他任务</source>
        <translation>Use for Other Tasks</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>编号、名称或单位</source>
        <translation>Number, name or unit</translation>
    </message>
    <message>
        <source>查找任务</source>
        <translation>Find task</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>未选择任务</source>
        <translation>No task selected</translation>
    </message>
    <message>
        <source>添加到 {0} 项</source>
        <translation>Add to {0}</translation>
    </message>
</context>
<context>
    <name>TaskController</name>
    <message>
        <source>操作有误</source>
        <translation>Done by mistake</translation>
    </message>
    <message>
        <source>佐证不足</source>
        <translation>Not enough evidence</translation>
    </message>
    <message>
        <source>核查未通过</source>
        <translation>Check not passed</translation>
    </message>
    <message>
        <source>工作有变化</source>
        <translation>The work has changed</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send Back</translation>
    </message>
    <message>
        <source>上级已直接核验</source>
        <translation>Checked directly by the higher authority</translation>
    </message>
    <message>
        <source>材料涉密，另行保管</source>
        <translation>Classified, kept elsewhere</translation>
    </message>
    <message>
        <source>纸质材料存档</source>
        <translation>On file on paper</translation>
    </message>
    <message>
        <source>无佐证的理由</source>
        <translation>Reason for No Evidence</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>正在保存 {0} 项</source>
        <translation>Saving {0} items</translation>
    </message>
    <message>
        <source>{0}没有指标</source>
        <translation>{0} has no target</translation>
    </message>
    <message>
        <source>所选 {0} 项</source>
        <translation>{0} selected tasks</translation>
    </message>
    <message>
        <source>&#x3000;分段{0}</source>
        <translation>  part {0}</translation>
    </message>
</context>
<context>
    <name>TaskHeader</name>
    <message>
        <source>列名</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
</context>
<context>
    <name>TaskListPane</name>
    <message>
        <source>没有符合条件的任务</source>
        <translation>No tasks match</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>已选 {0} 项任务</source>
        <translation>{0} tasks selected</translation>
    </message>
    <message>
        <source>在列表中选择一项任务，此处显示原文、进展、佐证和历史。</source>
        <translation>Select a task in the list to see its source text, progress, evidence and history here.</translation>
    </message>
    <message>
        <source>剪贴板中没有图片或文件</source>
        <translation>No picture or file on the clipboard</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>任务大纲</source>
        <translation>Task outline</translation>
    </message>
    <message>
        <source>任务表格</source>
        <translation>Task grid</translation>
    </message>
</context>
<context>
    <name>ThumbView</name>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>工具栏</source>
        <translation>Tool bar</translation>
    </message>
</context>
<context>
    <name>ToolController</name>
    <message>
        <source>正在校验台账</source>
        <translation>Verifying the ledger</translation>
    </message>
    <message>
        <source>校验台账</source>
        <translation>Verify Ledger</translation>
    </message>
    <message>
        <source>台账完整：历史记录、数据与佐证文件一致。</source>
        <translation>The ledger is whole: history, data and evidence files agree.</translation>
    </message>
    <message>
        <source>发现 {0} 处问题，可从 backups 文件夹中的备份恢复。</source>
        <translation>{0} problems found. A backup in the backups folder can be restored.</translation>
    </message>
    <message>
        <source>界面语言在重新启动后生效</source>
        <translation>The language changes after a restart</translation>
    </message>
</context>
<context>
    <name>UnitChoice</name>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>格</source>
        <translation>Cells</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last Time</translation>
    </message>
    <message>
        <source>本月已问</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>下发单位</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>查找单位</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>更改单位</source>
        <translation>Change Unit</translation>
    </message>
    <message>
        <source>添加单位</source>
        <translation>Add Unit</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>单位未填写</source>
        <translation>No unit given</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{0} 等{1}家</source>
        <translation>{0} and others ({1})</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>上一页（PgUp）</source>
        <translation>Previous page (PgUp)</translation>
    </message>
    <message>
        <source>下一页（PgDn）</source>
        <translation>Next page (PgDn)</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>缩小（-）</source>
        <translation>Smaller (-)</translation>
    </message>
    <message>
        <source>放大（+）</source>
        <translation>Larger (+)</translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>双页</source>
        <translation>Two</translation>
    </message>
    <message>
        <source>两页并排</source>
        <translation>Two pages side by side</translation>
    </message>
    <message>
        <source>适宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>与窗口同宽</source>
        <translation>As wide as the window</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>显示整页</source>
        <translation>Show whole pages</translation>
    </message>
    <message>
        <source>版心线</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>在屏幕上画出版心，不打印</source>
        <translation>Draw the type area on screen, not in print</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>显示或隐藏左侧的选项</source>
        <translation>Show or hide the choices</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>显示或隐藏右侧的检查、数据和文字</source>
        <translation>Show or hide preflight, figures and wording</translation>
    </message>
    <message>
        <source>/ {0} 页</source>
        <translation>/ {0} pages</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在取消……</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>WordingPane</name>
    <message>
        <source>起草文字</source>
        <translation>Drafted texts</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Reword</translation>
    </message>
    <message>
        <source>恢复起草文字</source>
        <translation>Restore draft</translation>
    </message>
    <message>
        <source>取用原改写</source>
        <translation>Use former words</translation>
    </message>
    <message>
        <source>全部恢复</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>（不印）</source>
        <translation>(left out)</translation>
    </message>
    <message>
        <source>已改写 {0} 处</source>
        <translation>{0} reworded</translation>
    </message>
    <message>
        <source>{0}，改写未套用</source>
        <translation>{0}, rewording laid aside</translation>
    </message>
    <message>
        <source>{0}，已改写</source>
        <translation>{0}, reworded</translation>
    </message>
    <message>
        <source>台账变化后，原改写未套用：{0}</source>
        <translation>Laid aside after the ledger changed: {0}</translation>
    </message>
    <message>
        <source>起草文字：{0}</source>
        <translation>Draft: {0}</translation>
    </message>
    <message>
        <source>数字与台账对不上：{0}</source>
        <translation>Numbers the ledger does not bear out: {0}</translation>
    </message>
</context>
<context>
    <name>WordingView</name>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
</context>
<context>
    <name>WorkspaceController</name>
    <message>
        <source>打开台账文件夹</source>
        <translation>Open Ledger Folder</translation>
    </message>
    <message>
        <source>更改台账位置</source>
        <translation>Change Ledger Location</translation>
    </message>
    <message>
        <source>{0}，完成或取消后再打开其他台账</source>
        <translation>{0}: finish or cancel it before opening another ledger</translation>
    </message>
    <message>
        <source>正在打开台账</source>
        <translation>Opening the ledger</translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>分段{0}销号</source>
        <translation>Close part {0}</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Send Back…</translation>
    </message>
    <message>
        <source>填写进展…</source>
        <translation>Add Progress…</translation>
    </message>
    <message>
        <source>延期…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>添加佐证…</source>
        <translation>Add Evidence…</translation>
    </message>
    <message>
        <source>更改这一分段的进度</source>
        <translation>Change the percent of this part</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>&#x3000;已撤销</source>
        <translation>  undone</translation>
    </message>
</context>
<context>
    <name>_DoubtCells</name>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
</context>
<context>
    <name>_DoubtTable</name>
    <message>
        <source>疑点</source>
        <translation>Doubts</translation>
    </message>
</context>
<context>
    <name>_Entry</name>
    <message>
        <source>分段{0}</source>
        <translation>Part {0}</translation>
    </message>
    <message>
        <source>存在问题：{0}</source>
        <translation>Problems: {0}</translation>
    </message>
    <message>
        <source>下一步：{0}</source>
        <translation>Next step: {0}</translation>
    </message>
</context>
<context>
    <name>_NavList</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>规划文件变成任务清单，再变成报告</source>
        <translation>A plan becomes a list of tasks, then a report</translation>
    </message>
</context>
<context>
    <name>_TargetButton</name>
    <message>
        <source>无读数</source>
        <translation>None</translation>
    </message>
    <message>
        <source>目标{0}</source>
        <translation>Goal {0}</translation>
    </message>
    <message>
        <source>（{0}前）</source>
        <translation> (by {0})</translation>
    </message>
    <message>
        <source>，最近读数{0}</source>
        <translation>, last reading {0}</translation>
    </message>
</context>
<context>
    <name>domain</name>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>推进中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>已完成待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation>No longer applies</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red light</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Amber light</translation>
    </message>
    <message>
        <source>绿灯</source>
        <translation>Green light</translation>
    </message>
    <message>
        <source>不计灯</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>临期与滞后</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>On track</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>配合单位</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>背景</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>版面信息</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>未识别</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>每日</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每旬</source>
        <translation>Every ten days</translation>
    </message>
    <message>
        <source>每半月</source>
        <translation>Half-monthly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>每季度</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>每半年</source>
        <translation>Half-yearly</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>任</source>
        <translation>T</translation>
    </message>
    <message>
        <source>题</source>
        <translation>H</translation>
    </message>
    <message>
        <source>背</source>
        <translation>B</translation>
    </message>
    <message>
        <source>单</source>
        <translation>U</translation>
    </message>
    <message>
        <source>时</source>
        <translation>D</translation>
    </message>
    <message>
        <source>标</source>
        <translation>G</translation>
    </message>
    <message>
        <source>疑</source>
        <translation>?</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>进展情况报告</source>
        <translation>Progress report</translation>
    </message>
    <message>
        <source>任务台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>逾期通报</source>
        <translation>Overdue circular</translation>
    </message>
    <message>
        <source>单位清单</source>
        <translation>Unit lists</translation>
    </message>
    <message>
        <source>催办函</source>
        <translation>Urging letter</translation>
    </message>
    <message>
        <source>指标完成情况</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>佐证材料目录</source>
        <translation>Evidence list</translation>
    </message>
    <message>
        <source>总体情况</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>本期工作进展</source>
        <translation>Progress in the period</translation>
    </message>
    <message>
        <source>逾期任务及原因</source>
        <translation>Overdue tasks and why</translation>
    </message>
    <message>
        <source>各章进展</source>
        <translation>By chapter</translation>
    </message>
    <message>
        <source>各单位进展</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>近期到期任务</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>下一步工作</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>与上次报送相比的变化</source>
        <translation>Since last submission</translation>
    </message>
    <message>
        <source>各单位逾期情况</source>
        <translation>Overdue by unit</translation>
    </message>
    <message>
        <source>已达到的指标</source>
        <translation>Targets reached</translation>
    </message>
    <message>
        <source>未达到的指标</source>
        <translation>Targets missed</translation>
    </message>
    <message>
        <source>尚无读数的指标</source>
        <translation>Targets without reading</translation>
    </message>
    <message>
        <source>逾期任务清单</source>
        <translation>List of overdue tasks</translation>
    </message>
    <message>
        <source>指标明细</source>
        <translation>List of targets</translation>
    </message>
    <message>
        <source>不填</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>任务编号</source>
        <translation>Task no.</translation>
    </message>
    <message>
        <source>规划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>指标读数</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>牵头或责任单位</source>
        <translation>Lead or responsible</translation>
    </message>
    <message>
        <source>是否完成</source>
        <translation>Done or not</translation>
    </message>
    <message>
        <source>亮灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>进展和存在问题</source>
        <translation>Progress and problems</translation>
    </message>
    <message>
        <source>进展、存在问题和下一步</source>
        <translation>Progress, problems and next step</translation>
    </message>
    <message>
        <source>填报人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>佐证份数</source>
        <translation>Evidence count</translation>
    </message>
    <message>
        <source>填报单位</source>
        <translation>Filled in by</translation>
    </message>
    <message>
        <source>当天日期</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>报送期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>规划名称</source>
        <translation>Plan title</translation>
    </message>
    <message>
        <source>任务总数</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>已销号数</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>逾期数</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>销号率</source>
        <translation>Share closed</translation>
    </message>
    <message>
        <source>固定文字</source>
        <translation>Fixed words</translation>
    </message>
    <message>
        <source>新销号</source>
        <translation>Newly closed</translation>
    </message>
    <message>
        <source>退回重办</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>新逾期</source>
        <translation>Newly overdue</translation>
    </message>
    <message>
        <source>新列入</source>
        <translation>New</translation>
    </message>
    <message>
        <source>不再列入</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>时限调整</source>
        <translation>Deadline changed</translation>
    </message>
    <message>
        <source>原文变更</source>
        <translation>Wording changed</translation>
    </message>
    <message>
        <source>指标有新读数</source>
        <translation>New readings</translation>
    </message>
    <message>
        <source>进展更新</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>其他变化</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>已完成，等待核验销号</source>
        <translation>Done, waiting to be checked and closed</translation>
    </message>
    <message>
        <source>已暂缓，不计灯</source>
        <translation>Suspended, not counted</translation>
    </message>
    <message>
        <source>不再适用，不计灯</source>
        <translation>No longer applies, not counted</translation>
    </message>
    <message>
        <source>未定时限</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>原文未写完成时限，不计灯</source>
        <translation>The source text gives no deadline; not counted</translation>
    </message>
    <message>
        <source>原文写“{0}”，不设完成时限，不计灯</source>
        <translation>The source text says “{0}”; no deadline, not counted</translation>
    </message>
    <message>
        <source>逾期{0}天</source>
        <translation>{0}d late</translation>
    </message>
    <message>
        <source>{0}到期，已逾期{1}天（已由{2}延期）</source>
        <translation>Due {0}, {1} days late (extended from {2})</translation>
    </message>
    <message>
        <source>{0}到期，已逾期{1}天，未办延期</source>
        <translation>Due {0}, {1} days late, no extension</translation>
    </message>
    <message>
        <source>剩{0}天</source>
        <translation>{0}d left</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>{0}到期，剩{1}天，进度{2}%，序时进度{3}%</source>
        <translation>Due {0}, {1} days left, {2}% done, {3}% expected</translation>
    </message>
    <message>
        <source>{0}到期，今天到期，进度{1}%，序时进度{2}%</source>
        <translation>Due today, {0}, {1}% done, {2}% expected</translation>
    </message>
    <message>
        <source>{0}到期，剩{1}天，进度{2}%</source>
        <translation>Due {0}, {1} days left, {2}% done</translation>
    </message>
    <message>
        <source>{0}到期，今天到期，进度{1}%</source>
        <translation>Due today, {0}, {1}% done</translation>
    </message>
    <message>
        <source>延期中</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>已由{0}延期至{1}，剩{2}天</source>
        <translation>Extended from {0} to {1}, {2} days left</translation>
    </message>
    <message>
        <source>滞后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>{0}到期，进度{1}%，序时进度{2}%</source>
        <translation>Due {0}, {1}% done, {2}% expected</translation>
    </message>
    <message>
        <source>{0}到期，剩{1}天</source>
        <translation>Due {0}, {1} days left</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>任务内容</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>销号日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>佐证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>并入上一项</source>
        <translation>joined to the row above</translation>
    </message>
    <message>
        <source>不作任务</source>
        <translation>not a task</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>head</translation>
    </message>
    <message>
        <source>表名和填报信息</source>
        <translation>title lines</translation>
    </message>
    <message>
        <source>空行</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>重复的表头</source>
        <translation>repeated head</translation>
    </message>
    <message>
        <source>合计行</source>
        <translation>totals</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>note</translation>
    </message>
    <message>
        <source>没有任务内容</source>
        <translation>nothing asked</translation>
    </message>
    <message>
        <source>预计完成</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>佐证名称</source>
        <translation>Evidence names</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>未采</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>本地</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>并存</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>另填</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>名称一致</source>
        <translation>Same name</translation>
    </message>
    <message>
        <source>名称相近</source>
        <translation>Like name</translation>
    </message>
    <message>
        <source>待补佐证</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>{0}年{1}月{2}日</source>
        <translation>{2} {1} {0}</translation>
    </message>
    <message>
        <source>{0}月{1}日</source>
        <translation>{1} {0}</translation>
    </message>
    <message>
        <source>1月</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>2月</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>3月</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>4月</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>5月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>6月</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>7月</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>8月</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>9月</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>10月</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>11月</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>12月</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>更正文件由更高版本的程序导出，须升级本程序后载入</source>
        <translation>The corrections were exported by a newer version; upgrade this program, then load them</translation>
    </message>
    <message>
        <source>更正文件属于另一份文件“{0}”，未载入</source>
        <translation>The corrections file belongs to another document, “{0}”, and was not loaded</translation>
    </message>
    <message>
        <source>“{0}”未识别</source>
        <translation>“{0}” was not recognised</translation>
    </message>
    <message>
        <source>没有疑点“{0}”</source>
        <translation>There is no doubt “{0}”</translation>
    </message>
    <message>
        <source>没有段落“{0}”</source>
        <translation>There is no paragraph “{0}”</translation>
    </message>
    <message>
        <source>这一段是条目的开头，先与上一条合并，或将整条不导入</source>
        <translation>This paragraph begins an entry; merge it with the one before, or leave the whole entry out</translation>
    </message>
    <message>
        <source>任务须有自己的条目</source>
        <translation>A task must keep an entry of its own</translation>
    </message>
    <message>
        <source>这一段分属几个条目，先合并</source>
        <translation>This paragraph belongs to several entries; merge them first</translation>
    </message>
    <message>
        <source>“{0}”与相邻条目同在一段，先合并</source>
        <translation>“{0}” shares its paragraph with the entry beside it; merge them first</translation>
    </message>
    <message>
        <source>这一段已属于条目，可在此拆分</source>
        <translation>This paragraph already belongs to an entry; split it here</translation>
    </message>
    <message>
        <source>空白段落不能作为条目</source>
        <translation>An empty paragraph cannot be an entry</translation>
    </message>
    <message>
        <source>正文范围须止于段末</source>
        <translation>The text must end where a paragraph ends</translation>
    </message>
    <message>
        <source>“{0}”的正文不能到此处</source>
        <translation>The text of “{0}” cannot reach this far</translation>
    </message>
    <message>
        <source>“{0}”的正文已到此处</source>
        <translation>The text of “{0}” already reaches this far</translation>
    </message>
    <message>
        <source>“{0}”已有{1}</source>
        <translation>“{0}” already has {1}</translation>
    </message>
    <message>
        <source>“{0}”没有{1}</source>
        <translation>“{0}” has no {1}</translation>
    </message>
    <message>
        <source>“{0}”的{1}只能改为同类内容</source>
        <translation>{1} of “{0}” can only become another of its kind</translation>
    </message>
    <message>
        <source>原文没有约定“{0}”</source>
        <translation>The document has no rule “{0}”</translation>
    </message>
    <message>
        <source>各项任务已含此约定的内容</source>
        <translation>Every task already holds what this rule says</translation>
    </message>
    <message>
        <source>没有条目“{0}”</source>
        <translation>There is no entry “{0}”</translation>
    </message>
    <message>
        <source>原文中没有“{0}”，或已不在原处</source>
        <translation>“{0}” is not in the document, or no longer in that place</translation>
    </message>
    <message>
        <source>“{0}”处现为“{1}”</source>
        <translation>Where “{0}” was there is “{1}”</translation>
    </message>
    <message>
        <source>拆分处不在“{0}”的正文内</source>
        <translation>The split is outside the text of “{0}”</translation>
    </message>
    <message>
        <source>“{0}”从此处开始，无须拆分</source>
        <translation>“{0}” begins here; there is nothing to split</translation>
    </message>
    <message>
        <source>“{0}”不是“{1}”的上一条</source>
        <translation>“{0}” is not the entry before “{1}”</translation>
    </message>
    <message>
        <source>“{0}”上没有可归入的标题</source>
        <translation>There is no heading above “{0}” to go under</translation>
    </message>
    <message>
        <source>“{0}”下有条目，先将其升级或合并</source>
        <translation>There are entries under “{0}”; raise or merge them first</translation>
    </message>
    <message>
        <source>日期“{0}”不存在，应写作2021-06-06</source>
        <translation>There is no day “{0}”; write it as 2021-06-06</translation>
    </message>
    <message>
        <source>文件标题不能为空</source>
        <translation>The document needs a title</translation>
    </message>
    <message>
        <source>合并方案中没有第{0}格，重新读取后再选择</source>
        <translation>The merge has no cell {0}; read the workbooks again, then choose</translation>
    </message>
    <message>
        <source>{0}的{1}只能有一个值，不能并存</source>
        <translation>{1} of {0} can have one value only; both cannot stay</translation>
    </message>
    <message>
        <source>{0}的{1}有两处填报，只能采用一处</source>
        <translation>{1} of {0} was filled in twice; only one can be taken</translation>
    </message>
    <message>
        <source>{0}的{1}不符，只能采用其一</source>
        <translation>{1} of {0} contradict each other; only one can be taken</translation>
    </message>
    <message>
        <source>本台账没有这一批次的下发记录，以表内留存的下发内容为准</source>
        <translation>This ledger has no record of the batch; what the workbook itself keeps of it is used</translation>
    </message>
    <message>
        <source>隐藏标识已丢失，按填报单位、编号和任务名称认定，逐项核对后采用</source>
        <translation>The hidden identity is lost; recognised by unit, number and task name: check each before taking it</translation>
    </message>
    <message>
        <source>下发给“{0}”，该单位已并入“{1}”</source>
        <translation>Handed out to “{0}”, since merged into “{1}”</translation>
    </message>
    <message>
        <source>属较早的{0}，其后已向该单位下发新的填报表</source>
        <translation>Of the older {0}; a newer workbook has gone to this unit since</translation>
    </message>
    <message>
        <source>下发的{0}行中有{1}行不在表内，未作更改</source>
        <translation>{1} of the {0} rows handed out are not in the workbook; they were left as they are</translation>
    </message>
    <message>
        <source>任务编号“{0}”无法识别，应为数字，如 12，或 12.2（第12项的第2个分段）</source>
        <translation>“{0}” is not a task number; it should be 12, or 12.2 (part 2 of task 12)</translation>
    </message>
    <message>
        <source>“{0}”不是电子表格，应为下发后填好的 .xlsx、.xls 或 .ods 文件</source>
        <translation>“{0}” is not a workbook; it should be the .xlsx, .xls or .ods that was handed out and filled in</translation>
    </message>
    <message>
        <source>“{0}”是旧版电子表格，未能读取，在 WPS 或 Excel 中另存为 .xlsx 后重新合并</source>
        <translation>“{0}” is an old workbook that could not be read; save it as .xlsx in WPS or Excel, then merge again</translation>
    </message>
    <message>
        <source>“{0}”没有读到任务，核对哪一列是“任务”后重新导入</source>
        <translation>No task was read from “{0}”; check which column is the task, then import again</translation>
    </message>
    <message>
        <source>第{0}行“{1}”写作“{2}”，不能确定，未计入</source>
        <translation>Row {0}, “{1}” is written “{2}”: not certain, so not counted</translation>
    </message>
    <message>
        <source>下列工作表未读入：{0}</source>
        <translation>Sheets not read: {0}</translation>
    </message>
    <message>
        <source>{0}下列各列未用：{1}</source>
        <translation>{0}: columns not used: {1}</translation>
    </message>
    <message>
        <source>没有名为“{0}”的栏目，可写：{1}</source>
        <translation>There is no field “{0}”; choose from {1}</translation>
    </message>
    <message>
        <source>{0}没有 {1} 列，有内容的列为 {2}</source>
        <translation>{0} has no column {1}; columns with content: {2}</translation>
    </message>
    <message>
        <source>末项之后的责任单位归于上级条目“{0}”，请核对</source>
        <translation>The units after the last item went to the entry above, “{0}”; check it</translation>
    </message>
    <message>
        <source>时限“{0}”未写年份，原文也无成文日期，未计入</source>
        <translation>Deadline “{0}” names no year, and the document has no date: not counted</translation>
    </message>
    <message>
        <source>原文对责任单位有统一约定：“{0}”，未逐项添加</source>
        <translation>The document has a general rule on units, “{0}”; not added to each task</translation>
    </message>
    <message>
        <source>此段写有责任单位，但未列入任务，请核对</source>
        <translation>This paragraph names units but is not in any task; check it</translation>
    </message>
    <message>
        <source>编号“{0}”与前后不连续</source>
        <translation>Number “{0}” does not follow its neighbours</translation>
    </message>
    <message>
        <source>任务表“{0}”与正文任务相同，已合并{1}</source>
        <translation>The task table “{0}” repeats the tasks of the text; merged {1}</translation>
    </message>
    <message>
        <source>“{0}”几乎没有中文内容，不是规划或方案，核对文件后重新导入</source>
        <translation>“{0}” holds hardly any Chinese; it is no plan. Check the file, then import again</translation>
    </message>
    <message>
        <source>“{0}”没有“一、”“（一）”“1.”等编号条目，也没有任务表，不是规划或方案，核对文件后重新导入</source>
        <translation>“{0}” has no numbered entries and no task table; it is no plan. Check the file, then import again</translation>
    </message>
    <message>
        <source>“{0}”有编号条目但没有任务，只含背景、原则或目标，核对是否缺少正文后重新导入</source>
        <translation>“{0}” has numbered entries but no tasks, only background, principles or aims; check whether its body is missing, then import again</translation>
    </message>
    <message>
        <source>“{0}”的编号条目不像工作任务，不是规划或方案，核对文件后重新导入</source>
        <translation>The entries of “{0}” do not read like tasks; it is no plan. Check the file, then import again</translation>
    </message>
    <message>
        <source>“{0}”已损坏或过于复杂，未能在限定的时间和内存内读完，另存为 .docx 或 .txt 后导入</source>
        <translation>“{0}” is damaged or too complex to be read within the limits of time and memory; save it as .docx or .txt, then import</translation>
    </message>
    <message>
        <source>剪贴板中没有文字，复制正文后重新粘贴</source>
        <translation>There is no text in the clipboard; copy the text, then paste again</translation>
    </message>
    <message>
        <source>“{0}”的单元格过多，未导入；删去空白行列或拆分后重新导入</source>
        <translation>“{0}” has too many cells and was not imported; delete empty rows and columns or split it, then import again</translation>
    </message>
    <message>
        <source>“{0}”的引号或单元格不完整，在 WPS 或 Excel 中另存为 .xlsx 后导入</source>
        <translation>Quotes or cells of “{0}” are incomplete; save it as .xlsx in WPS or Excel, then import</translation>
    </message>
    <message>
        <source>“{0}”是没有文字的网页，打开原网页并将正文另存为 .txt 后导入</source>
        <translation>“{0}” is a web page without text; open the original page and save its text as .txt, then import</translation>
    </message>
    <message>
        <source>“{0}”不是完整的网页，将正文另存为 .txt 后导入</source>
        <translation>“{0}” is not a whole web page; save its text as .txt, then import</translation>
    </message>
    <message>
        <source>“{0}”是旧版 Word 或 WPS 格式，未能读取，在 WPS 或 Word 中另存为 .docx 或 .txt 后导入</source>
        <translation>“{0}” is in an old Word or WPS format and could not be read; save it as .docx or .txt, then import</translation>
    </message>
    <message>
        <source>“{0}”是空文件，核对后重新导入</source>
        <translation>“{0}” is empty; check it, then import again</translation>
    </message>
    <message>
        <source>“{0}”解压后过大，可能已损坏或有害，未导入；用 Word 或 WPS 打开并另存后重新导入</source>
        <translation>“{0}” unpacks to an excessive size; it may be damaged or harmful and was not imported. Open and save it in Word or WPS, then import again</translation>
    </message>
    <message>
        <source>“{0}”是文件夹，选择其中的 .docx 或 .txt 文件导入</source>
        <translation>“{0}” is a folder; choose a .docx or .txt file in it</translation>
    </message>
    <message>
        <source>“{0}”是设备或管道，不是文件，核对路径后重新导入</source>
        <translation>“{0}” is a device or a pipe, not a file; check the path, then import again</translation>
    </message>
    <message>
        <source>未找到文件“{0}”，核对路径后重新导入</source>
        <translation>There is no file “{0}”; check the path, then import again</translation>
    </message>
    <message>
        <source>无法读取“{0}”，关闭占用它的程序并核对权限后重新导入</source>
        <translation>“{0}” cannot be read; close the program that holds it and check the permissions, then import again</translation>
    </message>
    <message>
        <source>“{0}”没有正文，核对后重新导入</source>
        <translation>“{0}” has no text; check it, then import again</translation>
    </message>
    <message>
        <source>“{0}”中没有网页正文，打开后将正文另存为 .txt 后导入</source>
        <translation>“{0}” holds no text of a web page; open it and save its text as .txt, then import</translation>
    </message>
    <message>
        <source>“{0}”超过{1}页，未导入；拆分后重新导入</source>
        <translation>“{0}” has over {1} pages and was not imported; split it, then import again</translation>
    </message>
    <message>
        <source>“{0}”是扫描件或图片，没有可读的文字，用扫描软件识别为文字并另存为 .docx 后导入</source>
        <translation>“{0}” is a scan or a picture without text; turn it into text with a scanner&apos;s program, save it as .docx, then import</translation>
    </message>
    <message>
        <source>“{0}”的字体没有文字编码，读出的是乱码，用原文件另存为 .docx 后导入</source>
        <translation>The fonts of “{0}” carry no encoding and its text is garbled; save the original as .docx, then import</translation>
    </message>
    <message>
        <source>“{0}”文字过多，未导入；拆分后重新导入</source>
        <translation>“{0}” has too much text and was not imported; split it, then import again</translation>
    </message>
    <message>
        <source>“{0}”内容过于复杂，未能在限定时间内读完，另存为 .docx 后导入</source>
        <translation>“{0}” is too complex to be read in time; save it as .docx, then import</translation>
    </message>
    <message>
        <source>“{0}”的工作表是空的，核对后重新导入</source>
        <translation>The sheets of “{0}” are empty; check it, then import again</translation>
    </message>
    <message>
        <source>“{0}”标有“{1}”，涉密文件不得导入；按保密规定处理，并清除本机副本</source>
        <translation>“{0}” is marked “{1}”; classified documents must not be imported. Follow the rules on secrecy and delete the copy on this computer</translation>
    </message>
    <message>
        <source>“{0}”已损坏，不能使用</source>
        <translation>“{0}” is damaged and cannot be used</translation>
    </message>
    <message>
        <source>备份与台账不一致，备份未保留。检查磁盘后重试</source>
        <translation>The backup does not agree with the ledger and was not kept. Check the disk, then try again</translation>
    </message>
    <message>
        <source>没有备份“{0}”。备份在台账文件夹的 {1} 中</source>
        <translation>There is no backup “{0}”. Backups are in the folder {1} of the ledger</translation>
    </message>
    <message>
        <source>所选的就是正在使用的台账，应选一份备份</source>
        <translation>This is the ledger in use; choose a backup</translation>
    </message>
    <message>
        <source>恢复后的台账与备份不一致。检查磁盘后重试</source>
        <translation>The restored ledger does not agree with the backup. Check the disk, then try again</translation>
    </message>
    <message>
        <source>文件{0}读取失败（{1}），可能已移动、被占用或没有权限</source>
        <translation>File {0} could not be read ({1}); it may have been moved, be in use, or be forbidden</translation>
    </message>
    <message>
        <source>写入台账文件夹失败（{0}），未作更改。检查磁盘空间和文件夹权限后重试</source>
        <translation>The ledger&apos;s folder could not be written ({0}); nothing was changed. Check disk space and permissions, then try again</translation>
    </message>
    <message>
        <source>{0}是文件夹，不能作为文件保存。选择其中的文件</source>
        <translation>{0} is a folder and cannot be kept as a file. Choose the files in it</translation>
    </message>
    <message>
        <source>文件{0}不存在，可能已移动或删除</source>
        <translation>File {0} does not exist; it may have been moved or deleted</translation>
    </message>
    <message>
        <source>{0}是空文件（0字节），未保存</source>
        <translation>{0} is empty (0 bytes) and was not kept</translation>
    </message>
    <message>
        <source>“{0}”是其他程序的数据库，不是销号的台账。另选一个文件夹</source>
        <translation>“{0}” is another program&apos;s database, not a ledger of Xiaohao. Choose another folder</translation>
    </message>
    <message>
        <source>台账由更新版本的程序建立，本程序不能打开。安装新版程序后再打开，台账未作任何更改</source>
        <translation>The ledger was made by a newer version and cannot be opened here. Install the newer version, then open it; the ledger was not changed</translation>
    </message>
    <message>
        <source>{0}未能保存（{1}），应换一个位置再试</source>
        <translation>{0} could not be saved ({1}); try another place</translation>
    </message>
    <message>
        <source>“{0}”是文件夹，应给出文件名</source>
        <translation>“{0}” is a folder; name a file</translation>
    </message>
    <message>
        <source>文件夹“{0}”不存在，应先建立或换一个位置</source>
        <translation>There is no folder “{0}”; make it or choose another place</translation>
    </message>
    <message>
        <source>磁盘空间不足，{0}未能保存，清理后再导出或换一个位置</source>
        <translation>The disk is full; {0} was not saved. Free some space and export again, or choose another place</translation>
    </message>
    <message>
        <source>{0}未能保存：名称或路径过长，应改用较短的文件名或换一个位置</source>
        <translation>{0} could not be saved: the name or path is too long. Use a shorter file name or another place</translation>
    </message>
    <message>
        <source>临时文件夹“{0}”不能使用（{1}），应清理磁盘后重试</source>
        <translation>The temporary folder “{0}” cannot be used ({1}). Free some disk space and try again</translation>
    </message>
    <message>
        <source>文件夹“{0}”不允许写入，{1}未能保存，应换一个位置</source>
        <translation>Folder “{0}” cannot be written; {1} was not saved. Choose another place</translation>
    </message>
    <message>
        <source>佐证“{0}”与存入时不符，佐证包未保存，应先核验台账</source>
        <translation>Evidence “{0}” is not as it was kept; the pack was not saved. Verify the ledger first</translation>
    </message>
    <message>
        <source>程序的字体文件缺失，不能生成报告，应重新安装（{0}）</source>
        <translation>Fonts of the program are missing, so no report can be made; install the program again ({0})</translation>
    </message>
    <message>
        <source>报送期“{0}”无法识别，应写为 2026-11（月）、2026-Q4（季度）、2026-H2（半年）、2026（年）或 2026-03-01..2026-04-15（起止日）</source>
        <translation>“{0}” is not a period; write 2026-11 (month), 2026-Q4 (quarter), 2026-H2 (half), 2026 (year) or 2026-03-01..2026-04-15 (from..to)</translation>
    </message>
    <message>
        <source>报送期“{0}”的起始日晚于截止日，应调换</source>
        <translation>Period “{0}” begins after its end; swap the days</translation>
    </message>
    <message>
        <source>“{0}”已损坏或不是 .xlsx、.docx 表格，用 Excel、Word 或 WPS 打开并另存后重试</source>
        <translation>“{0}” is damaged or no .xlsx or .docx form; open and save it in Excel, Word or WPS, then try again</translation>
    </message>
    <message>
        <source>“{0}”中没有表格，不能按表填写，核对文件后重试</source>
        <translation>“{0}” has no table to fill in; check the file, then try again</translation>
    </message>
    <message>
        <source>“{0}”中没有可填写的工作表，核对文件后重试</source>
        <translation>“{0}” has no sheet to fill in; check the file, then try again</translation>
    </message>
    <message>
        <source>没有“{0}”这个文种，可用：{1}</source>
        <translation>There is no kind of report “{0}”; choose from {1}</translation>
    </message>
    <message>
        <source>所选范围内没有量化指标</source>
        <translation>There are no numeric targets in the chosen scope</translation>
    </message>
    <message>
        <source>所选范围内没有写明单位的任务，不能生成单位清单</source>
        <translation>No task in the chosen scope names a unit, so there is no list of units</translation>
    </message>
    <message>
        <source>{0}没有逾期、滞后或{1}日内到期的任务，不需要催办</source>
        <translation>{0} has no task that is overdue, behind or due within {1} days; there is nothing to urge</translation>
    </message>
    <message>
        <source>催办函一次发给一个单位，应指明一个单位</source>
        <translation>A letter goes to one unit at a time; name one unit</translation>
    </message>
    <message>
        <source>“{0}”对应{1}个单位：{2}，应写全称</source>
        <translation>“{0}” means {1} units: {2}; write the full name</translation>
    </message>
    <message>
        <source>没有由“{0}”牵头或负责的任务，不能催办</source>
        <translation>“{0}” leads or answers for no task; there is nothing to urge</translation>
    </message>
    <message>
        <source>日期“{0}”无法识别，写成 2021-10-18 或 2021年10月18日</source>
        <translation>“{0}” is not a date; write 2021-10-18</translation>
    </message>
    <message>
        <source>{0}不能为空</source>
        <translation>{0} cannot be empty</translation>
    </message>
    <message>
        <source>进度应在0到100之间，现为{0}</source>
        <translation>Progress must be from 0 to 100; it is {0}</translation>
    </message>
    <message>
        <source>{0}{1}晚于今天（{2}）</source>
        <translation>{0} {1} is after today ({2})</translation>
    </message>
    <message>
        <source>读数应为数字</source>
        <translation>A reading must be a number</translation>
    </message>
    <message>
        <source>日期“{0}”不存在，核对月份和日数</source>
        <translation>There is no day “{0}”; check month and day</translation>
    </message>
    <message>
        <source>延期后的日期{0}应晚于现在的完成时限{1}</source>
        <translation>The extended date {0} must be after the present deadline {1}</translation>
    </message>
    <message>
        <source>未选择文件</source>
        <translation>No file chosen</translation>
    </message>
    <message>
        <source>移除佐证{0}</source>
        <translation>Remove evidence {0}</translation>
    </message>
    <message>
        <source>没有编号为{0}的佐证</source>
        <translation>There is no evidence {0}</translation>
    </message>
    <message>
        <source>佐证文件已不在台账文件夹中。从备份恢复 evidence 文件夹，或重新上传</source>
        <translation>The evidence file is gone from the ledger&apos;s folder. Restore the folder evidence from a backup, or add the file again</translation>
    </message>
    <message>
        <source>所选文件已附在所选任务中</source>
        <translation>The chosen files are already attached to the chosen tasks</translation>
    </message>
    <message>
        <source>该佐证已移除</source>
        <translation>This evidence was removed</translation>
    </message>
    <message>
        <source>{0}核对不符，未保存，应换一个位置再试</source>
        <translation>{0} does not agree with the original and was not saved; try another place</translation>
    </message>
    <message>
        <source>只有 .zip 佐证包可以加密码，文件夹不能</source>
        <translation>Only a .zip pack can have a password, not a folder</translation>
    </message>
    <message>
        <source>所选任务没有佐证材料，不能生成佐证包</source>
        <translation>The chosen tasks have no evidence, so there is no pack</translation>
    </message>
    <message>
        <source>“{0}”未能保存（{1}），应换一个位置再试</source>
        <translation>“{0}” could not be saved ({1}); try another place</translation>
    </message>
    <message>
        <source>已导出打印校准页“{0}”，共{1}页</source>
        <translation>Calibration page “{0}” exported, {1} pages</translation>
    </message>
    <message>
        <source>返回时限{0}早于今天（{1}）</source>
        <translation>Return date {0} is before today ({1})</translation>
    </message>
    <message>
        <source>没有编号为{0}的规划。用 plans 命令核对编号</source>
        <translation>There is no plan {0}. Check its number with the command plans</translation>
    </message>
    <message>
        <source>没有需要填报的任务：任务均已完成且没有变化。需要全部下发时选择“全部任务”</source>
        <translation>Nothing needs an answer: all tasks are done and unchanged. Choose “All tasks” to hand out everything</translation>
    </message>
    <message>
        <source>下发{0}</source>
        <translation>Hand out {0}</translation>
    </message>
    <message>
        <source>没有名称含“{0}”且承担任务的单位。核对单位名称，或改选配合单位</source>
        <translation>No unit with tasks has “{0}” in its name. Check the name, or include supporting units</translation>
    </message>
    <message>
        <source>文件夹“{0}”不能使用（{1}），应换一个位置</source>
        <translation>Folder “{0}” cannot be used ({1}); choose another place</translation>
    </message>
    <message>
        <source>“{0}”核对不符：应有{1}行，实有{2}行，未保存</source>
        <translation>“{0}” does not agree: {1} rows wanted, {2} written. Not saved</translation>
    </message>
    <message>
        <source>没有可重做的操作</source>
        <translation>There is nothing to redo</translation>
    </message>
    <message>
        <source>原台账{0}项任务的各行状态不同，按各行合计存入，应核对：{1}{2}</source>
        <translation>In the old ledger the rows of {0} tasks have different statuses and were added up; check: {1}{2}</translation>
    </message>
    <message>
        <source>原台账{0}行的状态和进展未存入，所在条目已不是任务：{1}</source>
        <translation>Status and progress of {0} rows of the old ledger were not stored, as their entries are no tasks any more: {1}</translation>
    </message>
    <message>
        <source>未选择填报表</source>
        <translation>No returned workbook chosen</translation>
    </message>
    <message>
        <source>尚有{0}格冲突未定，未作任何更改</source>
        <translation>{0} conflicts are still open; nothing was changed</translation>
    </message>
    <message>
        <source>合并{0}的填报表</source>
        <translation>Merge the workbooks of {0}</translation>
    </message>
    <message>
        <source>没有文件夹“{0}”，重新选择</source>
        <translation>There is no folder “{0}”; choose again</translation>
    </message>
    <message>
        <source>文件夹“{0}”中的文件超过{1}个，选择只放佐证材料的文件夹</source>
        <translation>Folder “{0}” holds over {1} files; choose one with nothing but evidence in it</translation>
    </message>
    <message>
        <source>没有编号为{0}的任务</source>
        <translation>There is no task {0}</translation>
    </message>
    <message>
        <source>套用条款“{0}”</source>
        <translation>Apply rule “{0}”</translation>
    </message>
    <message>
        <source>没有编号为{0}的条款。用 rules 命令核对编号</source>
        <translation>There is no rule {0}. Check its number with the command rules</translation>
    </message>
    <message>
        <source>“{0}”涉及的任务均已写明，无需套用</source>
        <translation>The tasks under “{0}” all say it themselves; nothing to apply</translation>
    </message>
    <message>
        <source>导入《{0}》</source>
        <translation>Import “{0}”</translation>
    </message>
    <message>
        <source>编号为{0}的规划没有核对更正记录</source>
        <translation>Plan {0} has no record of corrections</translation>
    </message>
    <message>
        <source>移除《{0}》</source>
        <translation>Remove “{0}”</translation>
    </message>
    <message>
        <source>《{0}》已在台账中</source>
        <translation>“{0}” is already in the ledger</translation>
    </message>
    <message>
        <source>{0}未安装</source>
        <translation>{0} not installed</translation>
    </message>
    <message>
        <source>版心156×225毫米</source>
        <translation>Text area 156 × 225 mm</translation>
    </message>
    <message>
        <source>每页22行，每行28字</source>
        <translation>22 lines a page, 28 characters a line</translation>
    </message>
    <message>
        <source>{0}项在办任务没有填报进展</source>
        <translation>{0} tasks under way have no progress</translation>
    </message>
    <message>
        <source>{0}项逾期任务未写原因</source>
        <translation>{0} overdue tasks give no reason</translation>
    </message>
    <message>
        <source>{0}段进展与上期相同</source>
        <translation>{0} entries are the same as last period</translation>
    </message>
    <message>
        <source>{0}段进展写有{1}年，核对年份</source>
        <translation>{0} entries write the year {1}; check it</translation>
    </message>
    <message>
        <source>{0}项任务分属不同单位而进展文字相同</source>
        <translation>{0} tasks of different units have the same progress text</translation>
    </message>
    <message>
        <source>{0}项指标没有读数</source>
        <translation>{0} targets have no reading</translation>
    </message>
    <message>
        <source>{0}项已达到的指标无佐证</source>
        <translation>{0} targets are met without evidence</translation>
    </message>
    <message>
        <source>{0}项已销号或待核任务无佐证</source>
        <translation>{0} tasks closed or waiting for checking have no evidence</translation>
    </message>
    <message>
        <source>已销号和待核任务均有佐证或说明</source>
        <translation>Closed and waiting tasks all have evidence or a reason</translation>
    </message>
    <message>
        <source>{0}个单位未回表</source>
        <translation>{0} units have not returned their workbooks</translation>
    </message>
    <message>
        <source>未填落款单位</source>
        <translation>No signing unit</translation>
    </message>
    <message>
        <source>落款处留空，待手写或盖章单位填写</source>
        <translation>The place of the signature stays empty, to be written or sealed by hand</translation>
    </message>
    <message>
        <source>未填主送机关</source>
        <translation>No addressee</translation>
    </message>
    <message>
        <source>不印主送机关一行</source>
        <translation>The addressee&apos;s line is not printed</translation>
    </message>
    <message>
        <source>仿宋、楷体、黑体、小标宋已找到</source>
        <translation>Fangsong, Kaiti, Heiti and Xiaobiaosong found</translation>
    </message>
    <message>
        <source>{0}有指标未达到或没有读数。补记读数，或退回</source>
        <translation>{0} has targets that are not reached or have no reading. Add the readings, or reopen it</translation>
    </message>
    <message>
        <source>单位填报暂缓，由本级决定</source>
        <translation>The unit put it off; this office decides</translation>
    </message>
    <message>
        <source>进度100%，状态改为“{0}”</source>
        <translation>Progress 100%: the status becomes “{0}”</translation>
    </message>
    <message>
        <source>进度改为{0}%</source>
        <translation>Progress becomes {0}%</translation>
    </message>
    <message>
        <source>该批此前已合并过，单位填报过的各格，“下发时”一栏为上次填报的内容</source>
        <translation>This batch was merged before: where the unit answered, “As handed out” shows its last answer</translation>
    </message>
    <message>
        <source>表头未写明填报单位，按文件名和任务名称认定为“{0}”</source>
        <translation>The head names no unit; by file name and tasks it is taken to be “{0}”</translation>
    </message>
    <message>
        <source>导出文件核对不符：应有{0}，实有{1}，未保存，应换一个位置再试</source>
        <translation>The file does not agree: {0} wanted, {1} written. Not saved; try another place</translation>
    </message>
    <message>
        <source>{0}页</source>
        <translation>{0} pages</translation>
    </message>
    <message>
        <source>{0}份</source>
        <translation>{0} files</translation>
    </message>
    <message>
        <source>{0}，全部嵌入 PDF</source>
        <translation>{0}; all embedded in the PDF</translation>
    </message>
    <message>
        <source>全部嵌入 PDF</source>
        <translation>All embedded in the PDF</translation>
    </message>
    <message>
        <source>{0}处改写未套用</source>
        <translation>{0} rewordings were not applied</translation>
    </message>
    <message>
        <source>没有可撤销的操作：撤销不越过最近一次导入，导错的规划用“移除规划”移除</source>
        <translation>There is nothing to undo: undo stops at the newest import; a plan imported by mistake goes by “Remove plan”</translation>
    </message>
    <message>
        <source>{0}处文字的数字与台账对不上</source>
        <translation>Numbers in {0} texts do not agree with the ledger</translation>
    </message>
    <message>
        <source>缺字{0}个：{1}，印为□</source>
        <translation>{0} glyphs missing: {1}; printed as □</translation>
    </message>
    <message>
        <source>缺字0个</source>
        <translation>No glyph missing</translation>
    </message>
    <message>
        <source>共{0}页</source>
        <translation>{0} pages</translation>
    </message>
    <message>
        <source>数字均可追溯</source>
        <translation>All numbers can be traced</translation>
    </message>
    <message>
        <source>{0}项在办任务本期没有新进展</source>
        <translation>{0} tasks under way have nothing new this period</translation>
    </message>
    <message>
        <source>没有编号为{0}的任务。用 tasks 命令或任务列表核对编号</source>
        <translation>There is no task {0}. Check its number with the command tasks or in the list</translation>
    </message>
    <message>
        <source>“{0}”的回执未能生成：{1}</source>
        <translation>The receipt of “{0}” could not be made: {1}</translation>
    </message>
    <message>
        <source>报告文件“{0}”的扩展名应为 .pdf 或 .docx，应改名后重试</source>
        <translation>Report “{0}” must end in .pdf or .docx; rename it, then try again</translation>
    </message>
    <message>
        <source>没有编号为{0}的规划，先查看规划列表</source>
        <translation>There is no plan {0}; look at the list of plans first</translation>
    </message>
    <message>
        <source>没有可导出的任务，应先导入规划</source>
        <translation>There are no tasks to export; import a plan first</translation>
    </message>
    <message>
        <source>所选章、单位范围内没有任务，应放宽范围</source>
        <translation>There are no tasks in the chosen chapters and units; widen the choice</translation>
    </message>
    <message>
        <source>{0}没有“{1}”这一部分，{2}</source>
        <translation>{0} has no part “{1}”; {2}</translation>
    </message>
    <message>
        <source>所选单位没有欠交的填报表，不需要催办</source>
        <translation>The chosen units owe no workbooks; there is nothing to urge</translation>
    </message>
    <message>
        <source>更新《{0}》版本</source>
        <translation>Update “{0}”</translation>
    </message>
    <message>
        <source>《{0}》与台账中的版本相同，未作更改</source>
        <translation>“{0}” is the version already in the ledger; nothing was changed</translation>
    </message>
    <message>
        <source>“{0}”中没有读到任务，规划未作更改。核对是否选错文件</source>
        <translation>No task was read from “{0}”; the plan was not changed. Check whether it is the right file</translation>
    </message>
    <message>
        <source>原有{0}项任务中，新文件只有{1}项相同或相近。核对是否选错文件</source>
        <translation>Of {0} tasks only {1} are the same or alike in the new file. Check whether it is the right file</translation>
    </message>
    <message>
        <source>未选择任务</source>
        <translation>No task selected</translation>
    </message>
    <message>
        <source>任务{0}没有分段，编号写作 {1} 即可</source>
        <translation>Task {0} has no parts; write {1}</translation>
    </message>
    <message>
        <source>任务{0}只有{1}个分段，没有第{2}个</source>
        <translation>Task {0} has only {1} parts, no part {2}</translation>
    </message>
    <message>
        <source>{0}，不能作为报送时的样子打开，应从备份恢复 exports 文件夹</source>
        <translation>{0}; it cannot be opened as it was sent. Restore the folder exports from a backup</translation>
    </message>
    <message>
        <source>第{0}次报送没有“{1}”这个文件</source>
        <translation>Submission {0} has no file “{1}”</translation>
    </message>
    <message>
        <source>报送留存文件“{0}/{1}”内容不符，应从备份恢复 exports 文件夹</source>
        <translation>The kept file “{0}/{1}” does not agree; restore the folder exports from a backup</translation>
    </message>
    <message>
        <source>报送留存文件“{0}/{1}”缺失或损坏，应从备份恢复 exports 文件夹</source>
        <translation>The kept file “{0}/{1}” is missing or damaged; restore the folder exports from a backup</translation>
    </message>
    <message>
        <source>报送留存失败（{0}），检查磁盘空间和文件夹权限后重试</source>
        <translation>The submission could not be kept ({0}); check disk space and permissions, then try again</translation>
    </message>
    <message>
        <source>没有第{0}次报送，先查看历次报送</source>
        <translation>There is no submission {0}; look at the list of submissions first</translation>
    </message>
    <message>
        <source>报告写入了台账不能印证的数字（{0}），核对依据并确认后再定稿</source>
        <translation>The report holds numbers the ledger cannot confirm ({0}); check and confirm them before freezing</translation>
    </message>
    <message>
        <source>第{0}次报送的数据内容不符，应从备份恢复 exports 文件夹</source>
        <translation>The data of submission {0} do not agree; restore the folder exports from a backup</translation>
    </message>
    <message>
        <source>{0}是旧格式，用 Excel、Word 或 WPS 另存为 {1} 后再填写</source>
        <translation>{0} is in an old format; save it as {1} in Excel, Word or WPS, then fill it in</translation>
    </message>
    <message>
        <source>{0}不是表格，上级表格应为 .xlsx 或 .docx 文件</source>
        <translation>{0} is not a form; a superior&apos;s form is an .xlsx or .docx file</translation>
    </message>
    <message>
        <source>{0}已加密，取消密码并另存后再填写</source>
        <translation>{0} is encrypted; remove its password and save it, then fill it in</translation>
    </message>
    <message>
        <source>{0}的内容与扩展名不符，用 Excel、Word 或 WPS 打开并另存后再填写</source>
        <translation>{0} is not what its ending says; open and save it in Excel, Word or WPS, then fill it in</translation>
    </message>
    <message>
        <source>只填有变化的任务须先选定报送期</source>
        <translation>To fill in only tasks with changes, choose a period first</translation>
    </message>
    <message>
        <source>所选范围内没有任务，应放宽单位、亮灯或报送期</source>
        <translation>There are no tasks in the chosen scope; widen units, lights or period</translation>
    </message>
    <message>
        <source>填好的表应与空表同为 {0} 文件，应改名后重试</source>
        <translation>The filled form must be a {0} file like the blank one; rename it, then try again</translation>
    </message>
    <message>
        <source>不能覆盖空表本身，应另取文件名</source>
        <translation>The blank form cannot be overwritten; choose another name</translation>
    </message>
    <message>
        <source>未能认出{0}的表头，应在窗口“填写上级表格”中指定各列内容</source>
        <translation>The head of {0} was not recognised; set its columns in the window “Fill in a superior&apos;s form”</translation>
    </message>
    <message>
        <source>空表中列出的任务在台账中都没有找到，核对所选规划</source>
        <translation>None of the tasks printed in the form is in the ledger; check the chosen plans</translation>
    </message>
    <message>
        <source>进展日期</source>
        <translation>Day of the progress</translation>
    </message>
    <message>
        <source>延期依据</source>
        <translation>Basis of the extension</translation>
    </message>
    <message>
        <source>退回理由</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <source>读数日期</source>
        <translation>Day of the reading</translation>
    </message>
    <message>
        <source>所选任务均已销号</source>
        <translation>The chosen tasks are all closed</translation>
    </message>
    <message>
        <source>所选任务均未销号，无需退回</source>
        <translation>None of the chosen tasks is closed; there is nothing to reopen</translation>
    </message>
    <message>
        <source>所选任务已是“{0}”</source>
        <translation>The chosen tasks already are “{0}”</translation>
    </message>
    <message>
        <source>所选任务的进度已是{0}%</source>
        <translation>The chosen tasks already are at {0}%</translation>
    </message>
    <message>
        <source>{0}已销号，进度为100%。退回后再修改</source>
        <translation>{0} is closed at 100%. Reopen it to change it</translation>
    </message>
    <message>
        <source>{0}尚无佐证。补传佐证，或注明无佐证的理由</source>
        <translation>{0} has no evidence. Add some, or give the reason</translation>
    </message>
    <message>
        <source>所选任务均已销号，进度为100%。退回后再修改</source>
        <translation>The chosen tasks are all closed at 100%. Reopen them to change them</translation>
    </message>
    <message>
        <source>{0}已销号，进度未改</source>
        <translation>{0} is closed; its progress was not changed</translation>
    </message>
    <message>
        <source>没有编号为{0}的指标。用 show 命令或任务详情核对编号</source>
        <translation>There is no target {0}. Check its number with the command show or in the task&apos;s details</translation>
    </message>
    <message>
        <source>选择两个以上不同的单位再合并</source>
        <translation>Choose two or more different units to merge</translation>
    </message>
    <message>
        <source>合并单位到“{0}”</source>
        <translation>Merge units into “{0}”</translation>
    </message>
    <message>
        <source>没有编号为{0}的单位。用 units 命令核对编号</source>
        <translation>There is no unit {0}. Check its number with the command units</translation>
    </message>
    <message>
        <source>催办{0}</source>
        <translation>Urge {0}</translation>
    </message>
    <message>
        <source>“{0}”中没有台账。核对文件夹，或先导入一份规划</source>
        <translation>There is no ledger in “{0}”. Check the folder, or import a plan first</translation>
    </message>
    <message>
        <source>文件夹“{0}”不能使用（{1}）。另选一个可写入的文件夹</source>
        <translation>Folder “{0}” cannot be used ({1}). Choose one that can be written</translation>
    </message>
    <message>
        <source>已取消，未作任何更改</source>
        <translation>Cancelled; nothing was changed</translation>
    </message>
    <message>
        <source>更正文件已损坏，或不是本程序导出的更正文件</source>
        <translation>The corrections file is damaged or was not exported by this program</translation>
    </message>
    <message>
        <source>已销号{0}</source>
        <translation>Closed {0}</translation>
    </message>
    <message>
        <source>销号{0}</source>
        <translation>Close {0}</translation>
    </message>
    <message>
        <source>退回{0}</source>
        <translation>Reopen {0}</translation>
    </message>
    <message>
        <source>状态{0}改为{1}</source>
        <translation>Set status of {0} to {1}</translation>
    </message>
    <message>
        <source>进度{0}改为{1}%</source>
        <translation>Set progress of {0} to {1}%</translation>
    </message>
    <message>
        <source>进展{0}</source>
        <translation>Progress of {0}</translation>
    </message>
    <message>
        <source>读数{0}</source>
        <translation>Reading of {0}</translation>
    </message>
    <message>
        <source>延期{0}</source>
        <translation>Extend {0}</translation>
    </message>
    <message>
        <source>采用{0}填报的{1}“{2}”，此栏定为“{3}”</source>
        <translation>Taken from {0}: {1} “{2}”; this cell becomes “{3}”</translation>
    </message>
    <message>
        <source>随{0}定为“{1}”</source>
        <translation>Follows {0}: “{1}”</translation>
    </message>
    <message>
        <source>该单位</source>
        <translation>this unit</translation>
    </message>
    <message>
        <source>该单位另一处</source>
        <translation>this unit in another place</translation>
    </message>
    <message>
        <source>状态填“{0}”，进度填{1}%，两者不符</source>
        <translation>The status says “{0}” but the progress {1}%; they cannot both be right</translation>
    </message>
    <message>
        <source>“{0}”可能是{1}%，也可能是{2}%</source>
        <translation>“{0}” may be {1}% or {2}%</translation>
    </message>
    <message>
        <source>已导出佐证包“{0}”，共{1}份，读回核对无误</source>
        <translation>Evidence pack “{0}” exported: {1} files, read back and found whole</translation>
    </message>
    <message>
        <source>已导出佐证包“{0}”，共{1}份，已用 AES 加密，密码须另行告知，读回核对无误</source>
        <translation>Evidence pack “{0}” exported: {1} files, encrypted with AES (tell the password separately), read back and found whole</translation>
    </message>
    <message>
        <source>已导出佐证文件夹“{0}”，共{1}份，读回核对无误</source>
        <translation>Evidence folder “{0}” exported: {1} files, read back and found whole</translation>
    </message>
    <message>
        <source>已导出台账“{0}”，共{1}项任务，另附统计表</source>
        <translation>Ledger “{0}” exported: {1} tasks and a sheet of counts</translation>
    </message>
    <message>
        <source>“{0}”已被其他程序打开，已另存为“{1}”</source>
        <translation>“{0}” is open in another program; saved as “{1}”</translation>
    </message>
    <message>
        <source>“{0}”是只读文件，已另存为“{1}”</source>
        <translation>“{0}” is read-only; saved as “{1}”</translation>
    </message>
    <message>
        <source>原有的“{0}”已被替换</source>
        <translation>The former “{0}” was replaced</translation>
    </message>
    <message>
        <source>已导出{0}“{1}”，共{2}页</source>
        <translation>{0} “{1}” exported, {2} pages</translation>
    </message>
    <message>
        <source>已导出{0}“{1}”，共{2}页，附件台账{3}项任务</source>
        <translation>{0} “{1}” exported, {2} pages, {3} tasks in the annex</translation>
    </message>
    <message>
        <source>已导出{0}“{1}”，附件台账{2}项任务</source>
        <translation>{0} “{1}” exported, {2} tasks in the annex</translation>
    </message>
    <message>
        <source>已导出{0}“{1}”</source>
        <translation>{0} “{1}” exported</translation>
    </message>
    <message>
        <source>已导出报送对比“{0}”，{1}项任务有变化</source>
        <translation>Comparison “{0}” exported: {1} tasks changed</translation>
    </message>
    <message>
        <source>已导出报送对比“{0}”，共{1}页，{2}项任务有变化</source>
        <translation>Comparison “{0}” exported, {1} pages: {2} tasks changed</translation>
    </message>
    <message>
        <source>已填写“{0}”，表中列出{1}项任务，已填{2}项，读回核对无误</source>
        <translation>“{0}” filled in: {2} of the {1} tasks printed in it, read back and found whole</translation>
    </message>
    <message>
        <source>已填写“{0}”，表中列出{1}项任务，已填{2}项，{3}项在台账中没有找到，留空，读回核对无误</source>
        <translation>“{0}” filled in: {2} of the {1} tasks printed in it, {3} not found in the ledger and left empty; read back and found whole</translation>
    </message>
    <message>
        <source>已填写“{0}”，共{1}项任务，读回核对无误</source>
        <translation>“{0}” filled in: {1} tasks, read back and found whole</translation>
    </message>
    <message>
        <source>已填写“{0}”，共{1}项任务（{2}张表），读回核对无误</source>
        <translation>“{0}” filled in: {1} tasks in {2} tables, read back and found whole</translation>
    </message>
    <message>
        <source>填报单位未设置，留空待填</source>
        <translation>The reporting unit is not set and was left empty</translation>
    </message>
    <message>
        <source>两次报送的范围不同，变化中含范围增减</source>
        <translation>The two submissions have different scopes; the changes include what the scopes add and leave out</translation>
    </message>
    <message>
        <source>牵头单位{0}</source>
        <translation>lead {0}</translation>
    </message>
    <message>
        <source>配合单位{0}</source>
        <translation>support {0}</translation>
    </message>
    <message>
        <source>责任单位{0}</source>
        <translation>responsible unit {0}</translation>
    </message>
    <message>
        <source>时限{0}</source>
        <translation>Deadline of {0}</translation>
    </message>
    <message>
        <source>节点{0}</source>
        <translation>milestone {0}</translation>
    </message>
    <message>
        <source>附佐证{0}{1}份</source>
        <translation>Attach evidence to {0}, {1} files</translation>
    </message>
    <message>
        <source>{0}项</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>{0}不是台账的备份，另选一份</source>
        <translation>{0} is no backup of a ledger; choose another</translation>
    </message>
    <message>
        <source>{0}个单位</source>
        <translation>{0} units</translation>
    </message>
    <message>
        <source>{0}个规划</source>
        <translation>{0} plans</translation>
    </message>
    <message>
        <source>任务{0}项</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>其中{0}项连同原台账的状态和进展</source>
        <translation>{0} of them with the status and progress of the old ledger</translation>
    </message>
    <message>
        <source>销号日期{0}</source>
        <translation>Closed on {0}</translation>
    </message>
    <message>
        <source>说明：{0}</source>
        <translation>Note: {0}</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>备注：{0}</source>
        <translation>Remarks: {0}</translation>
    </message>
    <message>
        <source>无佐证的理由：{0}</source>
        <translation>Reason for no evidence: {0}</translation>
    </message>
    <message>
        <source>进度{0}%</source>
        <translation>Progress {0}%</translation>
    </message>
    <message>
        <source>由{0}延至{1}</source>
        <translation>From {0} to {1}</translation>
    </message>
    <message>
        <source>定为{0}</source>
        <translation>Set to {0}</translation>
    </message>
    <message>
        <source>{0}行</source>
        <translation>{0} rows</translation>
    </message>
    <message>
        <source>{0}项任务</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>读入{0}格</source>
        <translation>{0} cells read</translation>
    </message>
    <message>
        <source>改动{0}格</source>
        <translation>{0} cells changed</translation>
    </message>
    <message>
        <source>第{0}次报送</source>
        <translation>Submission {0}</translation>
    </message>
    <message>
        <source>第{0}次报送（{1}）</source>
        <translation>Submission {0} ({1})</translation>
    </message>
    <message>
        <source>当前台账（{0}）</source>
        <translation>The ledger on {0}</translation>
    </message>
    <message>
        <source>核对疑点“{0}”</source>
        <translation>Settle doubt “{0}”</translation>
    </message>
    <message>
        <source>“{0}”改为{1}</source>
        <translation>Make “{0}” a {1}</translation>
    </message>
    <message>
        <source>不导入“{0}”</source>
        <translation>Leave out “{0}”</translation>
    </message>
    <message>
        <source>“{0}”作为{1}</source>
        <translation>Take “{0}” as {1}</translation>
    </message>
    <message>
        <source>改“{0}”的正文范围</source>
        <translation>Change the text of “{0}”</translation>
    </message>
    <message>
        <source>“{0}”添加{1}</source>
        <translation>“{0}”: add {1}</translation>
    </message>
    <message>
        <source>“{0}”删除{1}</source>
        <translation>“{0}”: delete {1}</translation>
    </message>
    <message>
        <source>“{0}”更改{1}</source>
        <translation>“{0}”: change {1}</translation>
    </message>
    <message>
        <source>按“{0}”补充各项任务</source>
        <translation>Complete the tasks by “{0}”</translation>
    </message>
    <message>
        <source>指标“{0}”</source>
        <translation>target “{0}”</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>{0}要求</source>
        <translation>{0} requirement</translation>
    </message>
    <message>
        <source>拆分“{0}”</source>
        <translation>Split “{0}”</translation>
    </message>
    <message>
        <source>“{0}”并入“{1}”</source>
        <translation>Merge “{0}” into “{1}”</translation>
    </message>
    <message>
        <source>改“{0}”的层级</source>
        <translation>Change the level of “{0}”</translation>
    </message>
    <message>
        <source>改“{0}”的编号</source>
        <translation>Change the number of “{0}”</translation>
    </message>
    <message>
        <source>改“{0}”的标题</source>
        <translation>Change the title of “{0}”</translation>
    </message>
    <message>
        <source>改文件{0}</source>
        <translation>Change the document&apos;s {0}</translation>
    </message>
    <message>
        <source>磁盘空间不足</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>no permission</translation>
    </message>
    <message>
        <source>磁盘为只读</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>文件或文件夹不存在</source>
        <translation>no such file or folder</translation>
    </message>
    <message>
        <source>路径中有一段不是文件夹</source>
        <translation>a part of the path is no folder</translation>
    </message>
    <message>
        <source>是文件夹</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>已有同名文件</source>
        <translation>a file of this name exists</translation>
    </message>
    <message>
        <source>名称或路径过长</source>
        <translation>the name or path is too long</translation>
    </message>
    <message>
        <source>正被其他程序使用</source>
        <translation>in use by another program</translation>
    </message>
    <message>
        <source>打开的文件过多</source>
        <translation>too many files are open</translation>
    </message>
    <message>
        <source>磁盘读写出错</source>
        <translation>the disk failed</translation>
    </message>
    <message>
        <source>不在同一磁盘</source>
        <translation>not on the same disk</translation>
    </message>
    <message>
        <source>设备已断开</source>
        <translation>the device was disconnected</translation>
    </message>
    <message>
        <source>名称不合规定</source>
        <translation>the name is not allowed</translation>
    </message>
    <message>
        <source>系统错误{0}</source>
        <translation>system error {0}</translation>
    </message>
    <message>
        <source>系统未说明原因</source>
        <translation>the system gave no reason</translation>
    </message>
    <message>
        <source>隐藏标识已丢失，按编号和任务名称认定</source>
        <translation>Hidden identity lost; recognised by number and task name</translation>
    </message>
    <message>
        <source>隐藏标识与任务名称不符，按任务名称认定</source>
        <translation>Hidden identity and task name disagree; recognised by task name</translation>
    </message>
    <message>
        <source>任务名称或内容与下发时不一致，按隐藏标识认定</source>
        <translation>Task name or text differs from what was handed out; recognised by hidden identity</translation>
    </message>
    <message>
        <source>隐藏标识已丢失，按相近的任务内容认定</source>
        <translation>Hidden identity lost; recognised by a similar text</translation>
    </message>
    <message>
        <source>下发的任务中没有这一项</source>
        <translation>Not among the tasks handed out</translation>
    </message>
    <message>
        <source>空格不覆盖已有内容</source>
        <translation>An empty cell does not replace what is there</translation>
    </message>
    <message>
        <source>单位和本地都改过</source>
        <translation>Changed by both the unit and here</translation>
    </message>
    <message>
        <source>任务已销号，如需更改先由本级退回</source>
        <translation>The task is closed; reopen it here before changing it</translation>
    </message>
    <message>
        <source>单位填报不再适用，由本级决定</source>
        <translation>The unit calls it not applicable; the office decides</translation>
    </message>
    <message>
        <source>与“{0}”内容完全相同，只读一次</source>
        <translation>The same as “{0}”, read once</translation>
    </message>
    <message>
        <source>与{0}年{1}月{2}日已合并的“{3}”内容完全相同，不再合并</source>
        <translation>The same as “{3}”, merged on {0}-{1}-{2}; not merged again</translation>
    </message>
    <message>
        <source>未找到可填报的栏目（状态、进度、进展情况等），应为本系统下发的填报表</source>
        <translation>It has no columns to answer in (status, progress and so on); it should be a workbook handed out by this program</translation>
    </message>
    <message>
        <source>由另一台账下发，不能合并到本台账</source>
        <translation>Handed out by another ledger; it cannot be merged into this one</translation>
    </message>
    <message>
        <source>“{0}”没有下发过填报表，无法认定是哪个单位的填报表</source>
        <translation>Nothing was handed out to “{0}”; whose workbook it is cannot be told</translation>
    </message>
    <message>
        <source>隐藏标识已丢失，表头也未写明填报单位，无法认定是哪个单位的填报表</source>
        <translation>The hidden identity is lost and the head names no unit; whose workbook it is cannot be told</translation>
    </message>
    <message>
        <source>任务已不在台账中</source>
        <translation>The task is no longer in the ledger</translation>
    </message>
    <message>
        <source>{0}在合并的单元格中，各行相同</source>
        <translation>{0} is in a merged cell, the same for its rows</translation>
    </message>
    <message>
        <source>本地进度已改为{0}%，与此状态不符</source>
        <translation>Progress here was changed to {0}%, which does not go with this status</translation>
    </message>
    <message>
        <source>本地状态已改为“{0}”，与此进度不符</source>
        <translation>Status here was changed to “{0}”, which does not go with this progress</translation>
    </message>
    <message>
        <source>与{0}填报的“{1}”不一致</source>
        <translation>Disagrees with “{1}” filled in by {0}</translation>
    </message>
    <message>
        <source>{0}在两处填报的内容不一致</source>
        <translation>{0} filled it in twice, differently</translation>
    </message>
    <message>
        <source>自加的栏目“{0}”未读入</source>
        <translation>Added column “{0}” was not read</translation>
    </message>
    <message>
        <source>工作表“{0}”未读入</source>
        <translation>Sheet “{0}” was not read</translation>
    </message>
    <message>
        <source>单元格是错误值{0}</source>
        <translation>The cell holds the error {0}</translation>
    </message>
    <message>
        <source>超过{0}字，单元格放不下</source>
        <translation>Over {0} characters; too long for a cell</translation>
    </message>
    <message>
        <source>“{0}”不是进度，应为0到100</source>
        <translation>“{0}” is no progress; it should be 0 to 100</translation>
    </message>
    <message>
        <source>“{0}”超出0到100</source>
        <translation>“{0}” is not within 0 to 100</translation>
    </message>
    <message>
        <source>原文“{0}”</source>
        <translation>Written “{0}”</translation>
    </message>
    <message>
        <source>原文“{0}”，取整</source>
        <translation>Written “{0}”, rounded</translation>
    </message>
    <message>
        <source>原文“{0}”，按“{1}”</source>
        <translation>Written “{0}”, taken as “{1}”</translation>
    </message>
    <message>
        <source>“{0}”不是日期</source>
        <translation>“{0}” is not a date</translation>
    </message>
    <message>
        <source>“{0}”没有这一天</source>
        <translation>There is no day “{0}”</translation>
    </message>
    <message>
        <source>“{0}”可能是{1}月{2}日，也可能是{3}月{4}日</source>
        <translation>“{0}” may be {1}/{2} or {3}/{4} (month/day)</translation>
    </message>
    <message>
        <source>“{0}”有打开密码，解除密码并另存后重新合并</source>
        <translation>“{0}” has a password; remove it and save, then merge again</translation>
    </message>
    <message>
        <source>“{0}”是已损坏的电子表格，用 WPS 或 Excel 打开并另存为 .xlsx 后重新合并</source>
        <translation>“{0}” is a damaged workbook; open it in WPS or Excel and save it as .xlsx, then merge again</translation>
    </message>
    <message>
        <source>“{0}”是已损坏的电子表格，用 WPS 或 Excel 打开并另存为 .xlsx 后重新导入</source>
        <translation>“{0}” is a damaged workbook; open it in WPS or Excel and save it as .xlsx, then import again</translation>
    </message>
    <message>
        <source>“{0}”超过{1} MB，未导入；删去图片或拆分后重新导入</source>
        <translation>“{0}” is over {1} MB and was not imported; remove pictures or split it, then import again</translation>
    </message>
    <message>
        <source>“{0}”已损坏，用 Word 或 WPS 打开并另存为 .docx 后重新导入</source>
        <translation>“{0}” is damaged; open it in Word or WPS and save it as .docx, then import again</translation>
    </message>
    <message>
        <source>“{0}”（扩展名{1}）实为文本，另存为 .txt 后导入</source>
        <translation>“{0}” (ending {1}) is plain text; save it as .txt, then import</translation>
    </message>
    <message>
        <source>“{0}”的扩展名与内容不符，实为 {1} 文件，改正扩展名后重新导入</source>
        <translation>The ending of “{0}” is wrong: it is a {1} file. Correct it, then import again</translation>
    </message>
    <message>
        <source>“{0}”已加密，输入密码打开并另存为不加密的 PDF 或 .docx 后导入</source>
        <translation>“{0}” is encrypted; open it with its password and save it as an open PDF or .docx, then import</translation>
    </message>
    <message>
        <source>“{0}”已损坏，不是完整的 PDF，重新下载或另存为 .docx 后导入</source>
        <translation>“{0}” is damaged, no whole PDF; download it again or save it as .docx, then import</translation>
    </message>
    <message>
        <source>磁盘空间不足，本次更改未保存。清理磁盘后重试</source>
        <translation>The disk is full; the change was not saved. Free some space, then try again</translation>
    </message>
    <message>
        <source>台账正被另一程序写入，本次更改未保存。关闭另一程序后重试</source>
        <translation>Another program is writing to the ledger; the change was not saved. Close it, then try again</translation>
    </message>
    <message>
        <source>台账所在位置不可写入，本次更改未保存。取消文件的只读属性，或换到可写入的文件夹</source>
        <translation>The ledger&apos;s place cannot be written; the change was not saved. Make the file writable or use another folder</translation>
    </message>
    <message>
        <source>台账数据库已损坏，无法读取。从 backups 文件夹中取最近一份备份恢复</source>
        <translation>The ledger&apos;s database is damaged and cannot be read. Restore the newest backup from the folder backups</translation>
    </message>
    <message>
        <source>ledger.sqlite3 不是数据库文件，或已损坏。从 backups 文件夹中取最近一份备份恢复</source>
        <translation>ledger.sqlite3 is no database or is damaged. Restore the newest backup from the folder backups</translation>
    </message>
    <message>
        <source>台账数据库打不开。核对文件夹是否存在、是否有访问权限</source>
        <translation>The ledger&apos;s database cannot be opened. Check that the folder exists and may be used</translation>
    </message>
    <message>
        <source>读写磁盘出错，本次更改未保存。检查磁盘或移动存储是否仍然连接</source>
        <translation>The disk failed; the change was not saved. Check that the disk is still connected</translation>
    </message>
    <message>
        <source>没有访问台账数据库的权限。核对文件夹的权限</source>
        <translation>No permission to use the ledger&apos;s database. Check the folder&apos;s permissions</translation>
    </message>
    <message>
        <source>已被其他程序打开</source>
        <translation>is open in another program</translation>
    </message>
    <message>
        <source>是只读文件</source>
        <translation>is read-only</translation>
    </message>
    <message>
        <source>“{0}”是文件，请给演示另选一个文件夹</source>
        <translation>“{0}” is a file; choose another folder for the demonstration</translation>
    </message>
    <message>
        <source>“{0}”不是演示生成的，未作更改，请给演示另选一个文件夹</source>
        <translation>“{0}” was not made by the demonstration and was left alone; choose another folder</translation>
    </message>
    <message>
        <source>“{0}”正在使用或不允许写入，请关闭上次演示的窗口后重试</source>
        <translation>“{0}” is in use or cannot be written; close the window of the last demonstration, then try again</translation>
    </message>
    <message>
        <source>演示文件夹“{0}”不能写入（{1}），请另选一个文件夹</source>
        <translation>Folder “{0}” of the demonstration cannot be written ({1}); choose another</translation>
    </message>
    <message>
        <source>“{0}”已存在，已另存为“{1}”</source>
        <translation>“{0}” exists; saved as “{1}”</translation>
    </message>
    <message>
        <source>已有同名文件，另存为“{0}”</source>
        <translation>A file of this name exists; saved as “{0}”</translation>
    </message>
    <message>
        <source>没有字体能显示的字已用□代替：{0}</source>
        <translation>Characters no font can show were replaced by □: {0}</translation>
    </message>
    <message>
        <source>版心{0}毫米</source>
        <translation>Text area {0} mm</translation>
    </message>
    <message>
        <source>{0}改用{1}</source>
        <translation>{1} used for {0}</translation>
    </message>
    <message>
        <source>{0}，数据截至本地现值</source>
        <translation>{0}; their tasks are reported as they stand here</translation>
    </message>
    <message>
        <source>台账变化涉及已改写的文字，现按起草文字印出，应重新核对</source>
        <translation>The ledger changed under reworded text; it is printed as drafted. Check it again</translation>
    </message>
    <message>
        <source>{0}，台账不能印证，核对依据后方可定稿</source>
        <translation>{0}: the ledger cannot confirm them; check the basis before freezing</translation>
    </message>
    <message>
        <source>{0}个统计数均列出口径和对应任务</source>
        <translation>{0} numbers, each with its definition and tasks</translation>
    </message>
    <message>
        <source>表中的状态、进度和进展未取用，任务的记录照旧</source>
        <translation>Status and progress in the sheet were not used; the record of the tasks stays</translation>
    </message>
    <message>
        <source>任务{0}</source>
        <translation>task {0}</translation>
    </message>
    <message>
        <source>你单位另一处</source>
        <translation>another place of your unit</translation>
    </message>
    <message>
        <source>采用{0}填报的{1}“{2}”</source>
        <translation>Taken from {0}: {1} “{2}”</translation>
    </message>
    <message>
        <source>采用{0}填报的“{1}”</source>
        <translation>Taken from {0}: “{1}”</translation>
    </message>
    <message>
        <source>核对后保留“{0}”</source>
        <translation>Kept after checking: “{0}”</translation>
    </message>
    <message>
        <source>核对后定为“{0}”</source>
        <translation>Set after checking: “{0}”</translation>
    </message>
    <message>
        <source>共{0}项任务</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>共{0}项任务（{1}张表）</source>
        <translation>{0} tasks ({1} tables)</translation>
    </message>
    <message>
        <source>{0}项未写明牵头单位，“牵头单位”栏按责任单位填写</source>
        <translation>{0} tasks name no lead; the lead column shows the responsible units</translation>
    </message>
    <message>
        <source>台账中没有内容、留空的：{0}</source>
        <translation>Nothing in the ledger, left empty: {0}</translation>
    </message>
    <message>
        <source>“{0}”{1}项</source>
        <translation>“{0}” {1}</translation>
    </message>
    <message>
        <source>状态由{0}变为{1}</source>
        <translation>Status from {0} to {1}</translation>
    </message>
    <message>
        <source>进度由{0}%变为{1}%</source>
        <translation>Progress from {0}% to {1}%</translation>
    </message>
    <message>
        <source>亮灯由{0}变为{1}</source>
        <translation>Light from {0} to {1}</translation>
    </message>
    <message>
        <source>完成时限由{0}变为{1}</source>
        <translation>Deadline from {0} to {1}</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>更新进展</source>
        <translation>New progress</translation>
    </message>
    <message>
        <source>存在问题有变化</source>
        <translation>Problems changed</translation>
    </message>
    <message>
        <source>存在问题已消除</source>
        <translation>Problems solved</translation>
    </message>
    <message>
        <source>原文有变更</source>
        <translation>Text changed</translation>
    </message>
    <message>
        <source>指标读数更新（{0}）</source>
        <translation>New readings ({0})</translation>
    </message>
    <message>
        <source>指标读数已撤回</source>
        <translation>Readings withdrawn</translation>
    </message>
    <message>
        <source>佐证由{0}份变为{1}份</source>
        <translation>Evidence from {0} to {1} files</translation>
    </message>
    <message>
        <source>单位名称有缺字</source>
        <translation>The unit&apos;s name lacks letters</translation>
    </message>
    <message>
        <source>单位名称可能不完整</source>
        <translation>The unit&apos;s name may be incomplete</translation>
    </message>
    <message>
        <source>历史记录的内容已损坏，不能与台账核对</source>
        <translation>The history is damaged and cannot be compared with the ledger</translation>
    </message>
    <message>
        <source>数据库文件损坏：{0}</source>
        <translation>The database file is damaged: {0}</translation>
    </message>
    <message>
        <source>数据库中有{0}行指向不存在的内容</source>
        <translation>{0} rows of the database point to nothing</translation>
    </message>
    <message>
        <source>历史记录缺少{0}条（第{1}条之前）</source>
        <translation>{0} entries of the history are missing before entry {1}</translation>
    </message>
    <message>
        <source>历史记录第{0}条（{1}）与前一条不衔接</source>
        <translation>Entry {0} of the history ({1}) does not follow the one before</translation>
    </message>
    <message>
        <source>历史记录第{0}条（{1}）被改动</source>
        <translation>Entry {0} of the history ({1}) was changed</translation>
    </message>
    <message>
        <source>历史记录末尾缺少{0}条</source>
        <translation>{0} entries are missing at the end of the history</translation>
    </message>
    <message>
        <source>《{0}》的原件“{1}”{2}</source>
        <translation>Original “{1}” of “{0}” {2}</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>is missing</translation>
    </message>
    <message>
        <source>已成空文件（0字节）</source>
        <translation>is empty (0 bytes)</translation>
    </message>
    <message>
        <source>内容被改动</source>
        <translation>was changed</translation>
    </message>
    <message>
        <source>被改动</source>
        <translation>was changed</translation>
    </message>
    <message>
        <source>读取失败（{0}）</source>
        <translation>could not be read ({0})</translation>
    </message>
    <message>
        <source>“{0}”不属于任何任务或规划，未经程序存入，可移走</source>
        <translation>“{0}” belongs to no task or plan and was not put there by the program; it may be moved away</translation>
    </message>
    <message>
        <source>{0}缺失，历史记录中应有</source>
        <translation>{0} is missing; the history has it</translation>
    </message>
    <message>
        <source>{0}不在历史记录中，未经程序写入</source>
        <translation>{0} is not in the history; it was not written by the program</translation>
    </message>
    <message>
        <source>{0}的{1}与历史记录不符：应为{2}，现为{3}</source>
        <translation>{1} of {0} disagrees with the history: should be {2}, is {3}</translation>
    </message>
    <message>
        <source>{0}的留存文件夹缺失</source>
        <translation>{0}: its folder is missing</translation>
    </message>
    <message>
        <source>{0}的清单{1}</source>
        <translation>{0}: its list {1}</translation>
    </message>
    <message>
        <source>{0}的“{1}”缺失</source>
        <translation>{0}: “{1}” is missing</translation>
    </message>
    <message>
        <source>{0}的“{1}”被改动</source>
        <translation>{0}: “{1}” was changed</translation>
    </message>
    <message>
        <source>{0}的文件夹中多出“{1}”</source>
        <translation>{0}: “{1}” does not belong in its folder</translation>
    </message>
    <message>
        <source>第{0}次报送的登记与第{1}次的清单不符，或已缺失</source>
        <translation>The record of submission {0} disagrees with the list of submission {1}, or is missing</translation>
    </message>
    <message>
        <source>报送登记末尾缺少，应有第{0}次报送</source>
        <translation>The last records of submissions are missing: there should be submission {0}</translation>
    </message>
    <message>
        <source>共 {0} 行：{1}</source>
        <translation>{0} rows: {1}</translation>
    </message>
</context>
</TS>
