<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>naryad</name>
    <message>
        <source>Enter the company&apos;s name or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without https:// the key would go over the network in clear: only this computer may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must be a server&apos;s name and nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must be a server&apos;s name without a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has only Latin letters, digits and signs, no spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such address: %1. Check the company&apos;s name and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 can&apos;t be trusted (its certificate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder or file can&apos;t be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another copy of Naryad has this company open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at that address is in trouble (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>entrance %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before an answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: this is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be written to the disk: it is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be saved on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has no such object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks to wait before the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That address sends on to another one: it is not the Mobiforce API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That address answers with a web page, not with the Mobiforce API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than any real one: it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No whole answer came: it may or may not have been done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No system keychain could be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was given up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::api</name>
    <message>
        <source>Neither an id nor a name is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no id in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than any real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No whole answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::app</name>
    <message>
        <source>No company is connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No company of that name is connected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO, a made-up company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naryad, the dispatcher&apos;s desk for the Mobiforce cloud.

  naryad                  the window
  naryad connect ADDRESS  checks the key on standard input and keeps it in the system keychain
  naryad sync             one complete synchronisation; a JSON summary on standard output
  naryad tour FOLDER      opens every screen on the demo company and writes a picture of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window on a made-up company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With connect: what to call the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface language: en or ru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the key from standard input and keep it for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect, sync or tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is en or ru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data-dir needs a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs an argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many arguments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::models</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: the service does not tell this, and it was not said from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirror %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>details %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change draft %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on task %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close task %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service accepted it (id %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped here: it is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No whole answer came: it is not known whether the service has done it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::models::OutboxModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::models::TaskListModel</name>
    <message>
        <source>details not loaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::store</name>
    <message>
        <source>The program ended while this was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::sync</name>
    <message>
        <source>The task this belongs to was dropped and never made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s number of the task this belongs to is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been decided in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal file was damaged. It has been set aside, and what its text copy tells was restored. Check the Outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mirror file was damaged. It has been set aside and is being filled anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::ActivityBar</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::CloseTaskDialog</name>
    <message>
        <source>Close task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number, and a name: 74 Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result &amp;note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command of the service lists the results: enter the number your account uses once, it is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number of the result, or choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::CommentDialog</name>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the comment first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::ConnectWindow</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from Mobiforce support: ask by the form in your cabinet, giving the name of your account and your login. It is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet? Try the demo: a made-up company on this computer, nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name before .mobiforce.ru, or a full https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone the account&apos;s times are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking… Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::FieldEditors</name>
    <message>
        <source>“%1” needs a number, and this is none: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in by the worker, or of a kind only the site knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::FoundTasks</name>
    <message>
        <source>F&amp;ound tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyCheck</name>
    <message>
        <source>The key is kept for this run only: no system keychain answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept for this run only: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyDialog</name>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new API key for %1. Nothing that waits to be sent is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking… Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyField</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::MainWindow</name>
    <message>
        <source>Naryad — %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO: a made-up company on this computer. Nothing is sent anywhere, and it starts anew each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect another company…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter &amp;key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Naryad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer accepts the key. Nothing is sent until you enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About Naryad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naryad %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dispatcher&apos;s desk for the Mobiforce cloud. Company: %1
Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::OutboxDetails</name>
    <message>
        <source>Undo: takes it back. Nothing of it has been sent, and nothing will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix: opens it again as you typed it, so that you can change it and send it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry: tries now instead of waiting for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry: sends it once more just as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it: asks the service for the tasks that came since and lists those it may have become.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there: the task chosen in the list is what this became. Nothing is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there: you have seen that the service did it. Nothing is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, there will be two tasks; no task can be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, the comment will stand there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, the same is said to the service a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop: stops asking about it and never sends it again. If it did arrive, it stays on the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop: it is never sent. Its text can be read and copied here for 30 days more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address notes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is to be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that came back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: whether the service did it. It is not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last attempt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried again before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::OutboxScreen</name>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;It is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Outbox can&apos;t be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>First look for it and choose the task it became.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: the program is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be looked for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task like it has come to the service since. It may still come: look again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the task it became, then “It is there”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be looked for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::StartProblem</name>
    <message>
        <source>This account is already open in another program. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naryad can&apos;t write to its folder. Nothing you type could be kept, so it does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing you type could be kept, so Naryad does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naryad can&apos;t start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::StatusLine</name>
    <message>
        <source>Last brought up to date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not brought up to date in this account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) on this computer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without details yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not sent yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) without an answer: see the Outbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) refused: see the Outbox</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) since the start</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) sent since the start</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskDetailsPanel</name>
    <message>
        <source>Task details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task to see all that is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task without a number yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details are not loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address notes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is to be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments sent from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer as it came</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskEditor</name>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the &amp;result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a template to see its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contractor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Planned start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fields of this template are not loaded yet. They appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template has no fields of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report, filled in by the worker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task is %1: the service lets only drafts be changed. It can still be commented and closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no “%2”. Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a template: the service makes no task without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a worker to send the task to, or save it as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this is not a time: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The planned end is before the planned start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude and longitude go together, or both stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latitude is a number from −90 to 90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longitude is a number from −180 to 180.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::TasksScreen</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: number, contractor, worker, address, any value (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft can&apos;t be closed: send it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the task (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the &amp;filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company has no tasks yet. Ctrl+N makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks have not been loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>naryad::ui::TimeField</name>
    <message>
        <source>24.11 15:00, 15, tomorrow 9, +2h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
