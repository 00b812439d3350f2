<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>naryad</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::app::WindowProgram</name>
    <message numerus="yes">
        <source>%n command(s) could not be sent yet. They are kept on this computer and go at the next start.</source>
        <translation>
            <numerusform>%n command could not be sent yet. It is kept on this computer and goes at the next start.</numerusform>
            <numerusform>%n commands could not be sent yet. They are kept on this computer and go at the next start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::models</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n unsure</numerusform>
            <numerusform>%n unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) like it came to the service.</source>
        <translation>
            <numerusform>%n thing like it came to the service.</numerusform>
            <numerusform>%n things like it came to the service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used in %n template(s)</source>
        <translation>
            <numerusform>used in %n template</numerusform>
            <numerusform>used in %n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::models::ClientGapsModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::models::ContractorTreeModel</name>
    <message numerus="yes">
        <source>%n subdivision(s)</source>
        <translation>
            <numerusform>%n subdivision</numerusform>
            <numerusform>%n subdivisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::sync</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::EquipmentWindows</name>
    <message numerus="yes">
        <source>The model “%1” is being deleted, and %n pieces are of it.</source>
        <translation>
            <numerusform>The model “%1” is being deleted, and %n piece is of it.</numerusform>
            <numerusform>The model “%1” is being deleted, and %n pieces are of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n command not done yet</numerusform>
            <numerusform>%n commands not done yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n needs your decision</numerusform>
            <numerusform>%n need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And so with %n more: see the Outbox.</source>
        <translation>
            <numerusform>And so with %n more: see the Outbox.</numerusform>
            <numerusform>And so with %n more: see the Outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::OutboxScreen</name>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n command not done yet</numerusform>
            <numerusform>%n commands not done yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n needs your decision</numerusform>
            <numerusform>%n need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) chosen</source>
        <translation>
            <numerusform>%n command chosen</numerusform>
            <numerusform>%n commands chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n command(s) as text</source>
        <translation>
            <numerusform>Copied %n command as text</numerusform>
            <numerusform>Copied %n commands as text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::PassingWords</name>
    <message numerus="yes">
        <source>%n more held</source>
        <translation>
            <numerusform>%n more held</numerusform>
            <numerusform>%n more held</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::QuickFilters</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n task(s) on this computer</source>
        <translation>
            <numerusform>%n task on this computer</numerusform>
            <numerusform>%n tasks on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without details yet</source>
        <translation>
            <numerusform>%n of them without details yet</numerusform>
            <numerusform>%n of them without details yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not sent yet</source>
        <translation>
            <numerusform>%n command not sent yet</numerusform>
            <numerusform>%n commands not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) without an answer: see the Outbox</source>
        <translation>
            <numerusform>%n command without an answer: see the Outbox</numerusform>
            <numerusform>%n commands without an answer: see the Outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) refused: see the Outbox</source>
        <translation>
            <numerusform>%n command refused: see the Outbox</numerusform>
            <numerusform>%n commands refused: see the Outbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) since the start</source>
        <translation>
            <numerusform>%n request since the start</numerusform>
            <numerusform>%n requests since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) sent since the start</source>
        <translation>
            <numerusform>%n command sent since the start</numerusform>
            <numerusform>%n commands sent since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of the service&apos;s whole list compared</source>
        <translation>
            <numerusform>%n task of the service&apos;s whole list compared</numerusform>
            <numerusform>%n tasks of the service&apos;s whole list compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) for lists in the background</source>
        <translation>
            <numerusform>%n request for lists in the background</numerusform>
            <numerusform>%n requests for lists in the background</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <translation>
            <numerusform>about %n h</numerusform>
            <numerusform>about %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) with others&apos; changes: see the Outbox</source>
        <translation>
            <numerusform>%n conflict with others&apos; changes: see the Outbox</numerusform>
            <numerusform>%n conflicts with others&apos; changes: see the Outbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskBatchActions</name>
    <message numerus="yes">
        <source>Copied %n row(s) as text</source>
        <translation>
            <numerusform>Copied %n row as text</numerusform>
            <numerusform>Copied %n rows as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as a table</source>
        <translation>
            <numerusform>Copied %n row as a table</numerusform>
            <numerusform>Copied %n rows as a table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as Markdown</source>
        <translation>
            <numerusform>Copied %n row as Markdown</numerusform>
            <numerusform>Copied %n rows as Markdown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as JSON</source>
        <translation>
            <numerusform>Copied %n row as JSON</numerusform>
            <numerusform>Copied %n rows as JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the phone list of %n row(s)</source>
        <translation>
            <numerusform>Copied the phone list of %n row</numerusform>
            <numerusform>Copied the phone list of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskBatchPanel</name>
    <message numerus="yes">
        <source>%n tasks chosen</source>
        <translation>
            <numerusform>%n task chosen</numerusform>
            <numerusform>%n tasks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskViews</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n command not done yet</numerusform>
            <numerusform>%n commands not done yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n needs your decision</numerusform>
            <numerusform>%n need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) taken in.</source>
        <translation>
            <numerusform>%n view taken in.</numerusform>
            <numerusform>%n views taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n typed and not said</source>
        <translation>
            <numerusform>%n typed and not said</numerusform>
            <numerusform>%n typed and not said</numerusform>
        </translation>
    </message>
</context>
</TS>
