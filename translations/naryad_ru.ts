<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>TemplateFields</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>naryad</name>
    <message>
        <source>Enter the company&apos;s name or address.</source>
        <translation>Введите название или адрес компании.</translation>
    </message>
    <message>
        <source>That is not an address.</source>
        <translation>Это не адрес.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Адрес должен начинаться с https://.</translation>
    </message>
    <message>
        <source>Without https:// the key would go over the network in clear: only this computer may.</source>
        <translation>Без https:// ключ шёл бы по сети открытым текстом: это можно только на этом компьютере.</translation>
    </message>
    <message>
        <source>The address must be a server&apos;s name and nothing more.</source>
        <translation>Адрес должен быть именем сервера и ничем больше.</translation>
    </message>
    <message>
        <source>The address must be a server&apos;s name without a path.</source>
        <translation>Адрес должен быть именем сервера без пути.</translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation>Введите ключ API.</translation>
    </message>
    <message>
        <source>A key has only Latin letters, digits and signs, no spaces.</source>
        <translation>В ключе только латинские буквы, цифры и знаки, без пробелов.</translation>
    </message>
    <message>
        <source>There is no such address: %1. Check the company&apos;s name and the network.</source>
        <translation>Такого адреса нет: %1. Проверьте название компании и сеть.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>По адресу %1 никто не отвечает.</translation>
    </message>
    <message>
        <source>The connection to %1 can&apos;t be trusted (its certificate).</source>
        <translation>Соединению с %1 нельзя доверять (его сертификат).</translation>
    </message>
    <message>
        <source>This folder or file can&apos;t be written: %1</source>
        <translation>Не удаётся записать папку или файл: %1</translation>
    </message>
    <message>
        <source>This file is damaged: %1</source>
        <translation>Файл повреждён: %1</translation>
    </message>
    <message>
        <source>Another copy of Naryad has this company open: %1</source>
        <translation>Эта компания уже открыта в другом окне программы: %1</translation>
    </message>
    <message>
        <source>The server at that address is in trouble (HTTP %1).</source>
        <translation>На сервере по этому адресу неполадка (HTTP %1).</translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood (%1).</source>
        <translation>Ответ сервиса не удалось понять (%1).</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>entrance %1</source>
        <translation>подъезд %1</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>этаж %1</translation>
    </message>
    <message>
        <source>room %1</source>
        <translation>кв./офис %1</translation>
    </message>
    <message>
        <source>The connection was closed before an answer came.</source>
        <translation>Соединение закрылось, не дождавшись ответа.</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>Нет связи с сервисом.</translation>
    </message>
    <message>
        <source>The disk is full: this is not saved.</source>
        <translation>Диск переполнен: это не сохранено.</translation>
    </message>
    <message>
        <source>This can&apos;t be written to the disk: it is not saved.</source>
        <translation>Это не удаётся записать на диск: не сохранено.</translation>
    </message>
    <message>
        <source>This could not be saved on this computer.</source>
        <translation>Не удалось сохранить это на компьютере.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Сервис не ответил вовремя.</translation>
    </message>
    <message>
        <source>The service refused this.</source>
        <translation>Сервис отказал.</translation>
    </message>
    <message>
        <source>The service did not accept the key.</source>
        <translation>Сервис не принял ключ.</translation>
    </message>
    <message>
        <source>The service has no such object.</source>
        <translation>В сервисе нет такого объекта.</translation>
    </message>
    <message>
        <source>The service asks to wait before the next request.</source>
        <translation>Сервис просит подождать со следующим запросом.</translation>
    </message>
    <message>
        <source>That address sends on to another one: it is not the Mobiforce API.</source>
        <translation>Этот адрес перенаправляет на другой: это не API Мобифорс.</translation>
    </message>
    <message>
        <source>That address answers with a web page, not with the Mobiforce API.</source>
        <translation>По этому адресу отвечает веб-страница, а не API Мобифорс.</translation>
    </message>
    <message>
        <source>The answer is larger than any real one: it was not read.</source>
        <translation>Ответ больше любого настоящего: он не прочитан.</translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be understood.</source>
        <translation>Ответ сервиса не удалось понять.</translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation>Не отправлено:</translation>
    </message>
    <message>
        <source>No whole answer came: it may or may not have been done.</source>
        <translation>Полного ответа не было: это могло выполниться, а могло и нет.</translation>
    </message>
    <message>
        <source>The system keychain did not answer in time.</source>
        <translation>Системное хранилище ключей не ответило вовремя.</translation>
    </message>
    <message>
        <source>No system keychain could be used.</source>
        <translation>Системным хранилищем ключей воспользоваться не удалось.</translation>
    </message>
    <message>
        <source>This can&apos;t be used as it is.</source>
        <translation>В таком виде это использовать нельзя.</translation>
    </message>
    <message>
        <source>This was given up.</source>
        <translation>От этого отказались.</translation>
    </message>
    <message>
        <source>The service does not offer this.</source>
        <translation>Сервис этого не предлагает.</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>код %1</translation>
    </message>
    <message>
        <source>At mobiforce.ru a company&apos;s name is in Latin letters, as in the address of your cabinet: “%1” can&apos;t be one.</source>
        <translation>На mobiforce.ru имя компании пишется латиницей, как в адресе вашего кабинета: «%1» им быть не может.</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>a visit day</comment>
        <translation>Сегодня</translation>
    </message>
</context>
<context>
    <name>naryad::api</name>
    <message>
        <source>Neither an id nor a name is in it.</source>
        <translation>В нём нет ни идентификатора, ни названия.</translation>
    </message>
    <message>
        <source>This is another object.</source>
        <translation>Это другой объект.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>A list was expected.</source>
        <translation>Ожидался список.</translation>
    </message>
    <message>
        <source>An object was expected.</source>
        <translation>Ожидался объект.</translation>
    </message>
    <message>
        <source>This is no task.</source>
        <translation>Это не задача.</translation>
    </message>
    <message>
        <source>This is another task.</source>
        <translation>Это другая задача.</translation>
    </message>
    <message>
        <source>The answer has no id in it.</source>
        <translation>В ответе нет идентификатора.</translation>
    </message>
    <message>
        <source>The answer was cut short.</source>
        <translation>Ответ оборван.</translation>
    </message>
    <message>
        <source>The answer is larger than any real one.</source>
        <translation>Ответ больше любого настоящего.</translation>
    </message>
    <message>
        <source>No whole answer came in time.</source>
        <translation>Полный ответ не пришёл вовремя.</translation>
    </message>
    <message>
        <source>The answer ends in the middle.</source>
        <translation>Ответ обрывается на середине.</translation>
    </message>
    <message>
        <source>JSON knows no comments.</source>
        <translation>В JSON не бывает комментариев.</translation>
    </message>
    <message>
        <source>JSON knows only straight double quotes.</source>
        <translation>В JSON допустимы только прямые двойные кавычки.</translation>
    </message>
    <message>
        <source>A no-break space is no space in JSON.</source>
        <translation>Неразрывный пробел в JSON пробелом не считается.</translation>
    </message>
    <message>
        <source>Something stands behind the end.</source>
        <translation>После конца ответа стоит что-то ещё.</translation>
    </message>
    <message>
        <source>There is a comma too many here.</source>
        <translation>Здесь лишняя запятая.</translation>
    </message>
    <message>
        <source>A value was expected here.</source>
        <translation>Здесь ожидалось значение.</translation>
    </message>
    <message>
        <source>A comma is missing before this.</source>
        <translation>Перед этим не хватает запятой.</translation>
    </message>
    <message>
        <source>A key must stand in quotes.</source>
        <translation>Ключ должен стоять в кавычках.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>строка %1, столбец %2</translation>
    </message>
</context>
<context>
    <name>naryad::app</name>
    <message>
        <source>No company is connected yet.</source>
        <translation>Ни одна компания ещё не подключена.</translation>
    </message>
    <message>
        <source>No company of that name is connected: %1</source>
        <translation>Компания с таким названием не подключена: %1</translation>
    </message>
    <message>
        <source>DEMO, a made-up company</source>
        <translation>ДЕМО (DEMO), вымышленная компания</translation>
    </message>
    <message>
        <source>process %1 on %2</source>
        <translation>процесс %1 на %2</translation>
    </message>
    <message>
        <source>The window on a made-up company.</source>
        <translation>Окно на вымышленной компании.</translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation>Хранить всё в этой папке.</translation>
    </message>
    <message>
        <source>The company to open.</source>
        <translation>Какую компанию открыть.</translation>
    </message>
    <message>
        <source>With connect: what to call the company.</source>
        <translation>Для connect: как назвать компанию.</translation>
    </message>
    <message>
        <source>The interface language: en or ru.</source>
        <translation>Язык: en или ru.</translation>
    </message>
    <message>
        <source>Read the key from standard input and keep it for this run only.</source>
        <translation>Прочитать ключ со стандартного ввода, только на этот запуск.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>Показать версию.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>The language is en or ru.</source>
        <translation>Язык: en или ru.</translation>
    </message>
    <message>
        <source>--data-dir needs a folder.</source>
        <translation>Для --data-dir нужна папка.</translation>
    </message>
    <message>
        <source>There is no such command: %1</source>
        <translation>Нет такой команды: %1</translation>
    </message>
    <message>
        <source>%1 needs an argument.</source>
        <translation>Для %1 нужен аргумент.</translation>
    </message>
    <message>
        <source>Too many arguments.</source>
        <translation>Слишком много аргументов.</translation>
    </message>
    <message>
        <source>Several companies are called %1. Name the one you mean by its address: %2</source>
        <translation>Компаний с именем %1 несколько. Назовите нужную по адресу: %2</translation>
    </message>
    <message>
        <source>The company at %1 is called %2 already: choose another name.</source>
        <translation>Компания по адресу %1 уже называется %2: выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no such list: %1</source>
        <translation>Нет такого списка: %1</translation>
    </message>
    <message>
        <source>export needs --out FILE.</source>
        <translation>Для export нужен --out ФАЙЛ.</translation>
    </message>
    <message>
        <source>The format is csv or xlsx.</source>
        <translation>Формат: csv или xlsx.</translation>
    </message>
    <message>
        <source>With export: csv or xlsx; by default what FILE ends in.</source>
        <translation>Для export: csv или xlsx; по умолчанию по расширению файла.</translation>
    </message>
    <message>
        <source>With export: the file to write.</source>
        <translation>Для export: в какой файл писать.</translation>
    </message>
    <message>
        <source>With export: write over a file that is there.</source>
        <translation>Для export: перезаписать файл, если он уже есть.</translation>
    </message>
    <message>
        <source>connect, sync, export or tour</source>
        <translation>connect, sync, export или tour</translation>
    </message>
    <message>
        <source>Nothing of this company has been synchronised on this computer yet.</source>
        <translation>Данные этой компании на этом компьютере ещё не синхронизировались.</translation>
    </message>
    <message>
        <source>Naryad, the dispatcher&apos;s desk for the Mobiforce cloud.

  naryad                  the window
  naryad connect ADDRESS  checks the key on standard input and keeps it in the system keychain
  naryad sync             one complete synchronisation; a JSON summary on standard output
  naryad export LIST      writes tasks, contractors or equipment as last synchronised into a file
  naryad tour FOLDER      opens every screen on the demo company and writes a picture of each
  naryad naryad:call/NUMBER  the same as --call NUMBER</source>
        <translation>Наряд, рабочее место диспетчера для облака Mobiforce.

  naryad                  окно программы
  naryad connect АДРЕС    проверяет ключ со стандартного ввода и кладёт его в системное хранилище ключей
  naryad sync             одна полная синхронизация; итог в JSON на стандартном выводе
  naryad export СПИСОК    записывает в файл задачи, контрагентов или оборудование (tasks, contractors, equipment) по последней синхронизации
  naryad tour ПАПКА       открывает каждый экран на демо-компании и сохраняет его снимок
  naryad naryad:call/НОМЕР  то же, что --call НОМЕР</translation>
    </message>
    <message>
        <source>Look for who has this number, in the window that is open or in a new one.</source>
        <translation>Найти, у кого этот номер: в открытом окне или в новом.</translation>
    </message>
    <message>
        <source>Begin a new task, in the window that is open or in a new one.</source>
        <translation>Начать новую задачу: в открытом окне или в новом.</translation>
    </message>
    <message>
        <source>Find this text, in the window that is open or in a new one.</source>
        <translation>Найти этот текст: в открытом окне или в новом.</translation>
    </message>
    <message>
        <source>That is no phone number: %1</source>
        <translation>Это не номер телефона: %1</translation>
    </message>
    <message>
        <source>That link is not understood.</source>
        <translation>Эта ссылка непонятна.</translation>
    </message>
    <message>
        <source>One of --call, --new-task, --find, a link and a command at a time.</source>
        <translation>За раз только одно: --call, --new-task, --find, ссылка или команда.</translation>
    </message>
</context>
<context>
    <name>naryad::app::Session</name>
    <message>
        <source>Other users of this computer may be able to read what is kept in %1: its disk has no rights that would close it to them.</source>
        <translation>Другие пользователи этого компьютера могут прочитать то, что хранится в %1: на этом диске нет прав, которые закрыли бы папку от них.</translation>
    </message>
</context>
<context>
    <name>naryad::app::WindowProgram</name>
    <message>
        <source>That company is open in another window, which has been asked to come forward.</source>
        <translation>Эта компания открыта в другом окне; оно сейчас выйдет на передний план.</translation>
    </message>
    <message>
        <source>Naryad</source>
        <translation>Наряд</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) could not be sent yet. They are kept on this computer and go at the next start.</source>
        <translation>
            <numerusform>%n команда ещё не отправлена. Она сохранена на этом компьютере и уйдёт при следующем запуске.</numerusform>
            <numerusform>%n команды ещё не отправлены. Они сохранены на этом компьютере и уйдут при следующем запуске.</numerusform>
            <numerusform>%n команд ещё не отправлено. Они сохранены на этом компьютере и уйдут при следующем запуске.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::exports</name>
    <message>
        <source>Task without a number yet</source>
        <translation>Задача пока без номера</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>нет телефона</translation>
    </message>
    <message>
        <source>Too many to be copied: %1. Export them into a file.</source>
        <translation>Слишком много для копирования: %1. Экспортируйте в файл.</translation>
    </message>
    <message>
        <source>There is a file of that name already: %1</source>
        <translation>Файл с таким именем уже есть: %1</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Contractor id</source>
        <translation>Id контрагента</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Subdivision of</source>
        <translation>Входит в</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Подъезд</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Этаж</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Квартира/офис</translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation>Примечание к адресу</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Equipment id</source>
        <translation>Id оборудования</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Инвентарный номер</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>Начало по плану</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Окончание по плану</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Id задачи</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
</context>
<context>
    <name>naryad::models</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ждёт</numerusform>
            <numerusform>%n ждут</numerusform>
            <numerusform>%n ждут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure</source>
        <translation>
            <numerusform>%n не ясно</numerusform>
            <numerusform>%n не ясно</numerusform>
            <numerusform>%n не ясно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n отказ</numerusform>
            <numerusform>%n отказа</numerusform>
            <numerusform>%n отказов</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>не известно</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлена</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыта</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>удалена</translation>
    </message>
    <message>
        <source>held</source>
        <translation>задержано</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказано</translation>
    </message>
    <message>
        <source>Not known: the service does not tell this, and it was not said from this computer.</source>
        <translation>Не известно: сервис этого не сообщает, и с этого компьютера это не указывали.</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>без времени</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation>Синхронизация: %1 из %2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Синхронизация</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Ключ не принят</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Неполадка</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>mirror %1</source>
        <translation>данные на %1</translation>
    </message>
    <message>
        <source>details %1 of %2</source>
        <translation>подробности %1 из %2</translation>
    </message>
    <message>
        <source>New draft: %1</source>
        <translation>Новый черновик: %1</translation>
    </message>
    <message>
        <source>New task: %1</source>
        <translation>Новая задача: %1</translation>
    </message>
    <message>
        <source>Change draft %1</source>
        <translation>Изменить черновик %1</translation>
    </message>
    <message>
        <source>Send task %1</source>
        <translation>Отправить задачу %1</translation>
    </message>
    <message>
        <source>The service accepted it.</source>
        <translation>Сервис принял.</translation>
    </message>
    <message>
        <source>The service accepted it (id %1).</source>
        <translation>Сервис принял (идентификатор %1).</translation>
    </message>
    <message>
        <source>Dropped here: it is not sent.</source>
        <translation>Убрано здесь: не отправляется.</translation>
    </message>
    <message>
        <source>No whole answer came: it is not known whether the service has done it.</source>
        <translation>Полного ответа не было: не известно, выполнил ли это сервис.</translation>
    </message>
    <message>
        <source>Tried at %1.</source>
        <translation>Попытка в %1.</translation>
    </message>
    <message>
        <source>held</source>
        <comment>a command</comment>
        <translation>задержано</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a command</comment>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sending</source>
        <comment>a command</comment>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>unsure</source>
        <comment>a command</comment>
        <translation>неясно</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>a command</comment>
        <translation>отказано</translation>
    </message>
    <message>
        <source>dropped</source>
        <comment>a command</comment>
        <translation>убрано</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>задача %1</translation>
    </message>
    <message>
        <source>task %1 “%2”</source>
        <translation>задача %1 «%2»</translation>
    </message>
    <message>
        <source>the new task</source>
        <translation>новая задача</translation>
    </message>
    <message>
        <source>the new task “%1”</source>
        <translation>новая задача «%1»</translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>будет отправлена</translation>
    </message>
    <message>
        <source>held, not sent</source>
        <translation>задержана</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>unsure if sent</source>
        <translation>неясно, ушла ли</translation>
    </message>
    <message>
        <source>sending refused</source>
        <translation>отказ, не ушла</translation>
    </message>
    <message>
        <source>Comment on %1: %2</source>
        <translation>Комментарий, %1: %2</translation>
    </message>
    <message>
        <source>Close %1: %2</source>
        <translation>Закрытие, %1: %2</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a command</comment>
        <translation>принято</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Add fields to %1: %2</source>
        <translation>Добавить поля, %1: %2</translation>
    </message>
    <message>
        <source>Remove fields from %1: %2</source>
        <translation>Убрать поля, %1: %2</translation>
    </message>
    <message>
        <source>New contractor: %1</source>
        <translation>Новый контрагент: %1</translation>
    </message>
    <message>
        <source>Change contractor: %1</source>
        <translation>Изменить контрагента: %1</translation>
    </message>
    <message>
        <source>New subdivision: %1</source>
        <translation>Новое подразделение: %1</translation>
    </message>
    <message>
        <source>Change subdivision: %1</source>
        <translation>Изменить подразделение: %1</translation>
    </message>
    <message>
        <source>New person: %1</source>
        <translation>Новое контактное лицо: %1</translation>
    </message>
    <message>
        <source>Change person: %1</source>
        <translation>Изменить контактное лицо: %1</translation>
    </message>
    <message>
        <source>Delete person: %1</source>
        <translation>Удалить контактное лицо: %1</translation>
    </message>
    <message>
        <source>New phone: %1</source>
        <translation>Новый телефон: %1</translation>
    </message>
    <message>
        <source>Change phone: %1</source>
        <translation>Изменить телефон: %1</translation>
    </message>
    <message>
        <source>Delete phone: %1</source>
        <translation>Удалить телефон: %1</translation>
    </message>
    <message>
        <source>New field: %1</source>
        <translation>Новое поле: %1</translation>
    </message>
    <message>
        <source>Change field: %1</source>
        <translation>Изменить поле: %1</translation>
    </message>
    <message>
        <source>Delete field: %1</source>
        <translation>Удалить поле: %1</translation>
    </message>
    <message>
        <source>New template: %1</source>
        <translation>Новый шаблон: %1</translation>
    </message>
    <message>
        <source>Change template: %1</source>
        <translation>Изменить шаблон: %1</translation>
    </message>
    <message>
        <source>Delete template: %1</source>
        <translation>Удалить шаблон: %1</translation>
    </message>
    <message>
        <source>New model: %1</source>
        <translation>Новая модель: %1</translation>
    </message>
    <message>
        <source>Change model: %1</source>
        <translation>Изменить модель: %1</translation>
    </message>
    <message>
        <source>Delete model: %1</source>
        <translation>Удалить модель: %1</translation>
    </message>
    <message>
        <source>New equipment: %1</source>
        <translation>Новое оборудование: %1</translation>
    </message>
    <message>
        <source>Change equipment: %1</source>
        <translation>Изменить оборудование: %1</translation>
    </message>
    <message>
        <source>Delete equipment: %1</source>
        <translation>Удалить оборудование: %1</translation>
    </message>
    <message>
        <source>It is looked for at %1.</source>
        <translation>Проверка в %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) like it came to the service.</source>
        <translation>
            <numerusform>В сервисе появился %n похожий объект.</numerusform>
            <numerusform>В сервисе появились %n похожих объекта.</numerusform>
            <numerusform>В сервисе появилось %n похожих объектов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it was found.</source>
        <translation>Ничего похожего не найдено.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Check the result</source>
        <translation>Проверить результат</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>Начало по плану</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Окончание по плану</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Подъезд</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Этаж</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Квартира/офис</translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation>Примечание к адресу</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Field type</source>
        <translation>Тип поля</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Visit day</source>
        <translation>День назначения</translation>
    </message>
    <message>
        <source>Visit duration</source>
        <translation>Длительность визита</translation>
    </message>
    <message>
        <source>Details fields</source>
        <translation>Поля данных</translation>
    </message>
    <message>
        <source>Report fields</source>
        <translation>Поля отчёта</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>unsure, being looked for</source>
        <translation>неясно, ищется</translation>
    </message>
    <message>
        <source>held, %1 s</source>
        <translation>задержано, %1 с</translation>
    </message>
    <message>
        <source>Somebody else has changed the same: %1. Choose what stays.</source>
        <translation>То же изменил кто-то другой: %1. Выберите, что останется.</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>Комментарий: %1</translation>
    </message>
    <message>
        <source>Result: %1 (%2)</source>
        <translation>Результат: %1 (%2)</translation>
    </message>
    <message>
        <source>Result note: %1</source>
        <translation>Примечание: %1</translation>
    </message>
    <message>
        <source> (report)</source>
        <translation> (отчёт)</translation>
    </message>
    <message>
        <source> (details)</source>
        <translation> (данные)</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Адрес: %1</translation>
    </message>
    <message>
        <source>Address notes: %1</source>
        <translation>Примечание к адресу: %1</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Шаблон: %1</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>Номер: %1</translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation>Контрагент: %1</translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation>Исполнитель: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>План: %1</translation>
    </message>
    <message>
        <source>The result is to be checked</source>
        <translation>Результат нужно проверить</translation>
    </message>
    <message>
        <source>To be kept as a draft</source>
        <translation>Сохранить черновиком</translation>
    </message>
    <message>
        <source>To be sent to the worker</source>
        <translation>Отправить исполнителю</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Название: %1</translation>
    </message>
    <message>
        <source>External id: %1</source>
        <translation>Внешний идентификатор: %1</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Контактное лицо: %1</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>Телефон: %1</translation>
    </message>
    <message>
        <source>Values: %1</source>
        <translation>Значения: %1</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Цвет: %1</translation>
    </message>
    <message>
        <source>Details fields: %1</source>
        <translation>Поля данных: %1</translation>
    </message>
    <message>
        <source>Report fields: %1</source>
        <translation>Поля отчёта: %1</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Тип: %1</translation>
    </message>
    <message>
        <source>Manufacturer: %1</source>
        <translation>Производитель: %1</translation>
    </message>
    <message>
        <source>Serial number: %1</source>
        <translation>Серийный номер: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Модель: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Владелец: %1</translation>
    </message>
    <message>
        <source>You said that it is there.</source>
        <translation>Вы сказали, что это уже там.</translation>
    </message>
    <message>
        <source>Yours gave way to what others said of: %1.</source>
        <translation>Ваше уступило чужим изменениям: %1.</translation>
    </message>
    <message>
        <source>Taken back before it was sent; what was typed became a draft again.</source>
        <translation>Возвращено до отправки; набранное снова стало черновиком.</translation>
    </message>
    <message>
        <source>Nothing was left to send.</source>
        <translation>Отправлять больше нечего.</translation>
    </message>
    <message>
        <source>Dropped here: it is not sent again. An attempt got no whole answer: if it did arrive, it stays on the service.</source>
        <translation>Убрано здесь: повторно не отправляется. На одну из попыток не пришло полного ответа: если она дошла, сделанное остаётся в сервисе.</translation>
    </message>
    <message>
        <source>conflict</source>
        <comment>a command</comment>
        <translation>конфликт</translation>
    </message>
    <message>
        <source>taken back</source>
        <comment>a command</comment>
        <translation>возвращено</translation>
    </message>
    <message>
        <source>gave way</source>
        <comment>a command</comment>
        <translation>уступило</translation>
    </message>
    <message>
        <source>It goes at %1 or later; until it goes it can be taken back.</source>
        <translation>Уйдёт в %1 или позже; пока не ушло, можно вернуть.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a value</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: изменено</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field</comment>
        <extracomment>the name of a field and its value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The service also changed: %1.</source>
        <translation>В сервисе изменилось и другое: %1.</translation>
    </message>
    <message>
        <source>Result: #%1</source>
        <translation>Результат: #%1</translation>
    </message>
    <message>
        <source>Section: #%1</source>
        <translation>Раздел: #%1</translation>
    </message>
    <message>
        <source>Position: %1</source>
        <translation>Место: %1</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Ничего не изменено</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n конфликт</numerusform>
            <numerusform>%n конфликта</numerusform>
            <numerusform>%n конфликтов</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1 (no name yet)</source>
        <translation>#%1 (пока без названия)</translation>
    </message>
    <message>
        <source>open tasks: %1</source>
        <translation>открытых задач: %1</translation>
    </message>
    <message>
        <source>You mended it and said it anew: the new one has taken its place.</source>
        <translation>Вы это исправили и отправили заново: новая команда заняла место этой.</translation>
    </message>
    <message>
        <source>replaced</source>
        <comment>a command</comment>
        <translation>заменено</translation>
    </message>
    <message>
        <source>“%1” added</source>
        <extracomment>what a save does to a field in a template or to a value in a list</extracomment>
        <translation>«%1» добавлено</translation>
    </message>
    <message>
        <source>“%1” removed</source>
        <translation>«%1» убрано</translation>
    </message>
    <message>
        <source>“%1” moved to place %2</source>
        <translation>«%1» перемещено на место %2</translation>
    </message>
    <message>
        <source>“%1” shown to the worker</source>
        <translation>«%1» теперь видно исполнителю</translation>
    </message>
    <message>
        <source>“%1” hidden from the worker</source>
        <translation>«%1» скрыто от исполнителя</translation>
    </message>
    <message>
        <source>“%1” made required</source>
        <translation>«%1» теперь обязательно</translation>
    </message>
    <message>
        <source>“%1” required no more</source>
        <translation>«%1» больше не обязательно</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>text</source>
        <comment>a field type</comment>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <comment>a field type</comment>
        <translation>число</translation>
    </message>
    <message>
        <source>checkbox</source>
        <comment>a field type</comment>
        <translation>галочка</translation>
    </message>
    <message>
        <source>section</source>
        <comment>a field type</comment>
        <translation>раздел</translation>
    </message>
    <message>
        <source>list</source>
        <comment>a field type</comment>
        <translation>список</translation>
    </message>
    <message>
        <source>photo</source>
        <comment>a field type</comment>
        <translation>фото</translation>
    </message>
    <message>
        <source>signature</source>
        <comment>a field type</comment>
        <translation>подпись</translation>
    </message>
    <message>
        <source>type not known yet</source>
        <translation>тип ещё неизвестен</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не используется</translation>
    </message>
    <message numerus="yes">
        <source>used in %n template(s)</source>
        <translation>
            <numerusform>используется в %n шаблоне</numerusform>
            <numerusform>используется в %n шаблонах</numerusform>
            <numerusform>используется в %n шаблонах</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a part and what a save does to it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>добавлено: %n</numerusform>
            <numerusform>добавлено: %n</numerusform>
            <numerusform>добавлено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>убрано: %n</numerusform>
            <numerusform>убрано: %n</numerusform>
            <numerusform>убрано: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>перемещено: %n</numerusform>
            <numerusform>перемещено: %n</numerusform>
            <numerusform>перемещено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>изменено: %n</numerusform>
            <numerusform>изменено: %n</numerusform>
            <numerusform>изменено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The field “%1” (%2) is not in this account and is made with the template</source>
        <translation>Поля «%1» (%2) в этой учётной записи нет, оно создаётся вместе с шаблоном</translation>
    </message>
    <message>
        <source>The list “%1” of this account lacks: %2</source>
        <translation>В списке «%1» этой учётной записи не хватает: %2</translation>
    </message>
    <message>
        <source>Trouble: %1</source>
        <translation>Неполадка: %1</translation>
    </message>
</context>
<context>
    <name>naryad::models::ClientGapsModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>Одинаковый телефон</translation>
    </message>
    <message>
        <source>Names alike</source>
        <translation>Похожие названия</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>Нет телефона</translation>
    </message>
    <message>
        <source>No coordinates</source>
        <translation>Нет координат</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
</context>
<context>
    <name>naryad::models::ContractorTreeModel</name>
    <message numerus="yes">
        <source>%n subdivision(s)</source>
        <translation>
            <numerusform>%n подразделение</numerusform>
            <numerusform>%n подразделения</numerusform>
            <numerusform>%n подразделений</numerusform>
        </translation>
    </message>
    <message>
        <source>It is under %1, which is not in the tree there</source>
        <translation>Входит в %1, но в дереве этого нет</translation>
    </message>
    <message>
        <source>Made on this computer</source>
        <translation>Создано на этом компьютере</translation>
    </message>
    <message>
        <source>Said and not sent yet: %1</source>
        <translation>Сказано, но ещё не отправлено: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Subdivisions</source>
        <translation>Подразделения</translation>
    </message>
</context>
<context>
    <name>naryad::models::EquipmentListModel</name>
    <message>
        <source>loading…</source>
        <translation>загружается…</translation>
    </message>
    <message>
        <source>is being deleted</source>
        <translation>удаляется</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
</context>
<context>
    <name>naryad::models::EquipmentModelsModel</name>
    <message>
        <source>All models</source>
        <translation>Все модели</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>is being deleted</source>
        <translation>удаляется</translation>
    </message>
</context>
<context>
    <name>naryad::models::LookupModel</name>
    <message>
        <source>made here</source>
        <translation>создано здесь</translation>
    </message>
</context>
<context>
    <name>naryad::models::ManyTasksModel</name>
    <message>
        <source>left out: %1</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>left out: it is gone</source>
        <translation>пропущено: задачи больше нет</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Итог</translation>
    </message>
</context>
<context>
    <name>naryad::models::OutboxModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>Ждёт: %1</translation>
    </message>
</context>
<context>
    <name>naryad::models::StockListModel</name>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>to be deleted</source>
        <translation>будет удалено</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(без названия)</translation>
    </message>
</context>
<context>
    <name>naryad::models::TaskListModel</name>
    <message>
        <source>details not loaded yet</source>
        <translation>подробности ещё не загружены</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Окончание по плану</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>Id задачи</translation>
    </message>
</context>
<context>
    <name>naryad::models::TemplateTableModel</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The service tells nothing of it</source>
        <translation>Сервис об этом не сообщает</translation>
    </message>
    <message>
        <source>%1, in the section “%2”</source>
        <translation>%1, в разделе «%2»</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>On phone</source>
        <translation>На телефоне</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательно</translation>
    </message>
    <message>
        <source>Visible to the mobile worker</source>
        <translation>Видно мобильному исполнителю</translation>
    </message>
</context>
<context>
    <name>naryad::models::ValueListModel</name>
    <message>
        <source>new value</source>
        <translation>новое значение</translation>
    </message>
    <message>
        <source>%1, to be removed</source>
        <translation>%1, будет убрано</translation>
    </message>
</context>
<context>
    <name>naryad::store</name>
    <message>
        <source>The program ended while this was being sent.</source>
        <translation>Программа завершилась во время отправки.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote it.</source>
        <translation>Его записала более новая версия программы.</translation>
    </message>
    <message>
        <source>The journal was damaged: it is not known whether this was sent since.</source>
        <translation>Журнал был повреждён: неизвестно, было ли это с тех пор отправлено.</translation>
    </message>
    <message>
        <source>The disk failed while this was being saved, and you were told so. Nothing of it was sent.</source>
        <translation>Диск отказал, пока это сохранялось, и об этом было сказано. Ничего из этого не отправлено.</translation>
    </message>
</context>
<context>
    <name>naryad::sync</name>
    <message>
        <source>This has been decided in the meantime.</source>
        <translation>Это тем временем уже решено.</translation>
    </message>
    <message>
        <source>The journal file was damaged. It has been set aside, and what its text copy tells was restored. Check the Outbox.</source>
        <translation>Файл журнала был повреждён. Он отложен в сторону, восстановлено то, что есть в текстовой копии. Проверьте «Исходящие».</translation>
    </message>
    <message>
        <source>The mirror file was damaged. It has been set aside and is being filled anew.</source>
        <translation>Файл с копией данных был повреждён. Он отложен в сторону и наполняется заново.</translation>
    </message>
    <message>
        <source>The service does not show the persons of a contractor.</source>
        <translation>Сервис не показывает контактных лиц контрагента.</translation>
    </message>
    <message>
        <source>The service does not show these phones.</source>
        <translation>Сервис не показывает эти телефоны.</translation>
    </message>
    <message>
        <source>What this belongs to was dropped here and never made.</source>
        <translation>То, к чему это относится, было убрано здесь и не создано.</translation>
    </message>
    <message>
        <source>The service&apos;s number of what this belongs to is not known.</source>
        <translation>Неизвестен номер в сервисе у того, к чему это относится.</translation>
    </message>
    <message>
        <source>Found on the service after a lost answer, but not all of it is as it was said. Check it.</source>
        <translation>Найдено в сервисе после потерянного ответа, но не всё в нём так, как было указано. Проверьте.</translation>
    </message>
    <message>
        <source>The task was closed before this was sent, and nothing tells with which result.</source>
        <translation>Задачу закрыли до отправки, и неизвестно, с каким результатом.</translation>
    </message>
    <message>
        <source>Comments can&apos;t be read back. The task has changed since the attempt, so it is likely that this one is there.</source>
        <translation>Комментарии нельзя прочитать обратно. После попытки задача изменилась, так что комментарий, вероятно, дошёл.</translation>
    </message>
    <message>
        <source>Comments can&apos;t be read back. The task has not changed since the attempt, so it is likely that this one did not arrive.</source>
        <translation>Комментарии нельзя прочитать обратно. После попытки задача не менялась, так что комментарий, вероятно, не дошёл.</translation>
    </message>
    <message>
        <source>The external id %1 is taken: “%2” has it. Nothing was sent.</source>
        <translation>Внешний идентификатор %1 занят: он у «%2». Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The answer was lost, and the task is closed now; nothing tells with which result.</source>
        <translation>Ответ потерян, а задача теперь закрыта; неизвестно, с каким результатом.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>the value “%1” (#%2) is there no more</source>
        <translation>значения «%1» (#%2) больше нет</translation>
    </message>
    <message>
        <source>%1: %2, and not %3</source>
        <translation>%1: %2, а не %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The service also changed: %1.</source>
        <translation>В сервисе изменилось и другое: %1.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
</context>
<context>
    <name>naryad::ui</name>
    <message>
        <source>Not set: nothing is said of it</source>
        <translation>Не задано: сервису об этом не сообщается</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ActivityBar</name>
    <message>
        <source>Screens</source>
        <translation>Экраны</translation>
    </message>
</context>
<context>
    <name>naryad::ui::AddFieldDialog</name>
    <message>
        <source>Add field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>type some letters of its name</source>
        <translation>введите часть названия</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Details: data for the worker</source>
        <translation>Основное: данные для исполнителя</translation>
    </message>
    <message>
        <source>Report: filled in by the worker</source>
        <translation>Отчёт: заполняет исполнитель</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Поле</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Куда</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Раздел</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Место</translation>
    </message>
    <message>
        <source>Add and choose &amp;another</source>
        <translation>Добавить и выбрать &amp;ещё</translation>
    </message>
    <message>
        <source>Add and choose another</source>
        <translation>Добавить и выбрать ещё</translation>
    </message>
    <message>
        <source>Adds it and leaves the window open for the next one</source>
        <translation>Добавляет и оставляет окно открытым для следующего</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>в конце</translation>
    </message>
    <message>
        <source>%1, before “%2”</source>
        <translation>%1, перед «%2»</translation>
    </message>
    <message>
        <source>The task has this field already: it would have it twice.</source>
        <translation>Это поле в задаче уже есть: оно окажется в ней дважды.</translation>
    </message>
    <message>
        <source>The details of the task are not loaded yet: its sections are not known.</source>
        <translation>Подробности задачи ещё не загружены: её разделы неизвестны.</translation>
    </message>
    <message>
        <source>Several fields are called “%1”. Choose one of the list.</source>
        <translation>Полей с названием «%1» несколько. Выберите одно из списка.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Choose one of the list.</source>
        <translation>Поля «%1» нет. Выберите поле из списка.</translation>
    </message>
    <message>
        <source>Choose the field first.</source>
        <translation>Сначала выберите поле.</translation>
    </message>
    <message>
        <source>This field is just being read. Try again in a moment.</source>
        <translation>Поле ещё загружается. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>Added: %1. Choose the next one, or close the window with Esc.</source>
        <translation>Добавлено: %1. Выберите следующее или закройте окно клавишей Esc.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::AddFieldManyDialog</name>
    <message>
        <source>Add field to tasks</source>
        <translation>Добавить поле в задачи</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>type some letters of its name</source>
        <translation>введите часть названия</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Details: data for the worker</source>
        <translation>Основное: данные для исполнителя</translation>
    </message>
    <message>
        <source>Report: filled in by the worker</source>
        <translation>Отчёт: заполняет исполнитель</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Поле</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Куда</translation>
    </message>
    <message>
        <source>The service adds a field again where a task has it already: look at some of them first.</source>
        <translation>Если поле в задаче уже есть, сервис добавит его ещё раз: сначала проверьте несколько задач.</translation>
    </message>
    <message>
        <source>Choose a field of the list.</source>
        <translation>Выберите поле из списка.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::AddressFields</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Подъезд</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Этаж</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Квартира/офис</translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation>Примечание к адресу</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>found by the service</source>
        <translation>найдёт сервис</translation>
    </message>
    <message>
        <source>not known: left as it is</source>
        <translation>не известно: останется как есть</translation>
    </message>
    <message>
        <source>Latitude and longitude go together, or both stay empty.</source>
        <translation>Широта и долгота указываются вместе или обе остаются пустыми.</translation>
    </message>
    <message>
        <source>The latitude is a number from −90 to 90.</source>
        <translation>Широта: число от −90 до 90.</translation>
    </message>
    <message>
        <source>The longitude is a number from −180 to 180.</source>
        <translation>Долгота: число от −180 до 180.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::BegunForm</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CallerDesk</name>
    <message>
        <source>Caller desk</source>
        <translation>Приём звонков</translation>
    </message>
    <message>
        <source>&amp;Caller</source>
        <translation>Звон&amp;ящий</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Кто звонит</translation>
    </message>
    <message>
        <source>Who is calling? Number, any part of it, or a name</source>
        <translation>Кто звонит? Номер, любая его часть или имя</translation>
    </message>
    <message>
        <source>Callers found</source>
        <translation>Найденные звонящие</translation>
    </message>
    <message>
        <source>Caller&apos;s card</source>
        <translation>Карточка звонящего</translation>
    </message>
    <message>
        <source>Open tasks known here</source>
        <translation>Известные здесь открытые задачи</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>A new task for this caller (%1)</source>
        <translation>Новая задача для звонящего (%1)</translation>
    </message>
    <message>
        <source>The contractor&apos;s tasks (Enter)</source>
        <translation>Задачи контрагента (Enter)</translation>
    </message>
    <message>
        <source>Type or paste the caller&apos;s number: any part of it finds him, and so do words of his name.</source>
        <translation>Введите или вставьте номер звонящего: хватит любой части номера или слов из имени.</translation>
    </message>
    <message>
        <source>Nobody known here has this number.</source>
        <translation>Ни у кого из известных здесь такого номера нет.</translation>
    </message>
    <message>
        <source>Nobody known here is called so.</source>
        <translation>Никого с таким именем здесь нет.</translation>
    </message>
    <message>
        <source>New client with this &amp;number</source>
        <translation>Новый &amp;клиент с этим номером</translation>
    </message>
    <message>
        <source>New client with this &amp;name</source>
        <translation>Новый &amp;клиент с этим именем</translation>
    </message>
    <message>
        <source>New client with this number</source>
        <translation>Новый клиент с этим номером</translation>
    </message>
    <message>
        <source>New client with this name</source>
        <translation>Новый клиент с этим именем</translation>
    </message>
    <message>
        <source>No open tasks known here</source>
        <translation>Открытых задач здесь не видно</translation>
    </message>
    <message>
        <source>Open tasks known here: the latest %1</source>
        <translation>Известные здесь открытые задачи, последние: %1</translation>
    </message>
    <message>
        <source>Open tasks known here: %1</source>
        <translation>Известные здесь открытые задачи: %1</translation>
    </message>
    <message>
        <source>A comment on the chosen task (%1)</source>
        <translation>Комментарий к выбранной задаче (%1)</translation>
    </message>
    <message>
        <source>No open task of this caller is known here.</source>
        <translation>Открытых задач этого звонящего здесь не видно.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CallerText</name>
    <message>
        <source>no number yet</source>
        <translation>пока без номера</translation>
    </message>
    <message>
        <source>of a person whose name is not known here</source>
        <translation>контактного лица, имя которого здесь неизвестно</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>Last address: %1</source>
        <translation>Последний адрес: %1</translation>
    </message>
    <message>
        <source>Last address: not known</source>
        <translation>Последний адрес: неизвестен</translation>
    </message>
    <message>
        <source>Phones: none known</source>
        <translation>Телефоны: неизвестны</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Last tasks</source>
        <translation>Последние задачи</translation>
    </message>
    <message>
        <source>Comments sent from this computer</source>
        <translation>Комментарии с этого компьютера</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CardRows</name>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>удаляется</translation>
    </message>
    <message>
        <source>not on the service yet</source>
        <translation>в сервисе ещё нет</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Входит в</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Подъезд</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Этаж</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Квартира/офис</translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation>Примечание к адресу</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Избранное</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>without a number yet</source>
        <translation>пока без номера</translation>
    </message>
    <message>
        <source>The service: %1</source>
        <translation>Сервис: %1</translation>
    </message>
    <message>
        <source>Said here, on its way</source>
        <translation>Сказано здесь, ещё в пути</translation>
    </message>
    <message>
        <source>The details are not loaded yet.</source>
        <translation>Подробности ещё не загружены.</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Контактные лица</translation>
    </message>
    <message>
        <source>A person without a phone can&apos;t be known.</source>
        <translation>О контактном лице без телефона узнать нельзя.</translation>
    </message>
    <message>
        <source>Subdivisions</source>
        <translation>Подразделения</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Tasks known here</source>
        <translation>Известные здесь задачи</translation>
    </message>
    <message>
        <source>Tasks known here (%1 of %2)</source>
        <translation>Известные здесь задачи (%1 из %2)</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ClientCard</name>
    <message>
        <source>Contractor card</source>
        <translation>Карточка контрагента</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Raw answer</source>
        <translation>Ответ как есть</translation>
    </message>
    <message>
        <source>Show deleted</source>
        <translation>Показать удалённое</translation>
    </message>
    <message>
        <source>Shows the persons and phones that were deleted; the service still tells of them</source>
        <translation>Показывает удалённые контактные лица и телефоны: сервис о них ещё сообщает</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Opens the address or the coordinates on a map outside of this program</source>
        <translation>Открывает адрес или координаты на карте вне программы</translation>
    </message>
    <message>
        <source>Shows what the service said of this contractor, as it came</source>
        <translation>Показывает ответ сервиса об этом контрагенте как есть</translation>
    </message>
    <message>
        <source>Show deleted (%1)</source>
        <translation>Показать удалённое (%1)</translation>
    </message>
    <message>
        <source>Choose a contractor to see all that is known of it.</source>
        <translation>Выберите контрагента, чтобы увидеть всё, что о нём известно.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>The details are not loaded yet.</source>
        <translation>Подробности ещё не загружены.</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>Ка&amp;рта</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CloseManyDialog</name>
    <message>
        <source>Close tasks</source>
        <translation>Закрыть задачи</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>its number, and a name: 74 Done</source>
        <translation>номер и название: 74 Выполнено</translation>
    </message>
    <message>
        <source>Result note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>A note of its own for &amp;each task, typed into its row</source>
        <translation>Своё примечание для &amp;каждой задачи, вводится в её строке</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Результат</translation>
    </message>
    <message>
        <source>Result &amp;note</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Enter the number of the result, or choose one of the list.</source>
        <translation>Введите номер результата или выберите из списка.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CloseTaskDialog</name>
    <message>
        <source>Close task</source>
        <translation>Закрыть задачу</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>its number, and a name: 74 Done</source>
        <translation>номер и название: 74 Выполнено</translation>
    </message>
    <message>
        <source>Result note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Результат</translation>
    </message>
    <message>
        <source>Result &amp;note</source>
        <translation>&amp;Примечание</translation>
    </message>
    <message>
        <source>Enter the number of the result, or choose one of the list.</source>
        <translation>Введите номер результата или выберите из списка.</translation>
    </message>
    <message>
        <source>Results…</source>
        <translation>Результаты…</translation>
    </message>
    <message>
        <source>Results kept here</source>
        <translation>Сохранённые здесь результаты</translation>
    </message>
    <message>
        <source>The results kept on this computer: name them, add or remove some</source>
        <translation>Результаты, сохранённые на этом компьютере: назвать, добавить, убрать</translation>
    </message>
    <message>
        <source>Close and &amp;follow up</source>
        <translation>Закрыть и создать про&amp;должение</translation>
    </message>
    <message>
        <source>Close and make a follow-up draft</source>
        <translation>Закрыть и создать черновик-продолжение</translation>
    </message>
    <message>
        <source>Then opens a new draft with the same contractor, address and template, for what is left to do</source>
        <translation>Затем открывает новый черновик с тем же контрагентом, адресом и шаблоном — на то, что осталось сделать</translation>
    </message>
    <message>
        <source>No command of the service lists the results: enter the number your account uses once, with a name; it is kept here.</source>
        <translation>Сервис не выдаёт список результатов: введите один раз номер, принятый в вашей учётной записи, и название; они сохранятся здесь.</translation>
    </message>
    <message>
        <source>#%1 has no name yet: type one after the number, and it is kept here.</source>
        <translation>У #%1 пока нет названия: допишите его после номера, и оно сохранится здесь.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CommandForm</name>
    <message>
        <source>%1 — saved on this computer %2</source>
        <translation>%1 — сохранено на этом компьютере %2</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CommentDialog</name>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Добавить комментарий</translation>
    </message>
    <message>
        <source>Comment text</source>
        <translation>Текст комментария</translation>
    </message>
    <message>
        <source>Comment &amp;text</source>
        <translation>&amp;Текст комментария</translation>
    </message>
    <message>
        <source>Write the comment first.</source>
        <translation>Сначала напишите комментарий.</translation>
    </message>
    <message>
        <source>Add and &amp;write another</source>
        <translation>Добавить и написать &amp;ещё</translation>
    </message>
    <message>
        <source>Add and write another</source>
        <translation>Добавить и написать ещё</translation>
    </message>
    <message>
        <source>Adds it and leaves the window open for the next one</source>
        <translation>Добавляет и оставляет окно открытым для следующего</translation>
    </message>
    <message>
        <source>Added: %1. Write the next one, or close the window with Esc.</source>
        <translation>Добавлено: %1. Напишите следующий или закройте окно клавишей Esc.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CommentManyDialog</name>
    <message>
        <source>Comment on tasks</source>
        <translation>Комментировать задачи</translation>
    </message>
    <message>
        <source>Comment text</source>
        <translation>Текст комментария</translation>
    </message>
    <message>
        <source>Comment &amp;text</source>
        <translation>&amp;Текст комментария</translation>
    </message>
    <message>
        <source>A text of its own for &amp;each task, typed into its row</source>
        <translation>Свой текст для &amp;каждой задачи, вводится в её строке</translation>
    </message>
    <message>
        <source>Write the comment first.</source>
        <translation>Сначала напишите комментарий.</translation>
    </message>
    <message>
        <source>There is no text for task %1.</source>
        <translation>Для задачи %1 нет текста.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::CompareDialog</name>
    <message>
        <source>on phone</source>
        <translation>на телефоне</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>Compare templates</source>
        <translation>Сравнить шаблоны</translation>
    </message>
    <message>
        <source>“%1” beside</source>
        <translation>Сравнить «%1» с шаблоном</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Отличается</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Visit day</source>
        <translation>День назначения</translation>
    </message>
    <message>
        <source>Visit duration</source>
        <translation>Длительность визита</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>≠ differs</source>
        <translation>≠ отличается</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ConflictTable</name>
    <message>
        <source>Cha&amp;nged by you and by others</source>
        <translation>Изменено и вами, и &amp;другими</translation>
    </message>
    <message>
        <source>Changed by you and by others</source>
        <translation>Изменено и вами, и другими</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Here (mine)</source>
        <translation>Здесь (моё)</translation>
    </message>
    <message>
        <source>On the service (theirs)</source>
        <translation>В сервисе (их)</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать как текст</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ConnectWindow</name>
    <message>
        <source>Connect</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>The key comes from Mobiforce support: ask by the form in your cabinet, giving the name of your account and your login. It is kept in this computer&apos;s keychain and nowhere else.</source>
        <translation>Ключ выдаёт поддержка Мобифорс: попросите через форму в личном кабинете, указав название учётной записи и логин. Он хранится в системном хранилище ключей этого компьютера и больше нигде.</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Ещё</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>No key yet? Try the demo: a made-up company on this computer, nothing is sent.</source>
        <translation>Ключа ещё нет? Попробуйте демо: вымышленная компания на этом компьютере, ничего не отправляется.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>The name before .mobiforce.ru, or a full https address</source>
        <translation>Имя перед .mobiforce.ru или полный адрес https</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Компания</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>К&amp;люч API</translation>
    </message>
    <message>
        <source>The time zone the account&apos;s times are in</source>
        <translation>Часовой пояс, в котором ведётся время учётной записи</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Часовой пояс</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>&amp;Подключить</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Попробовать &amp;демо</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Попробовать демо</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Checking… Esc gives up.</source>
        <translation>Проверяю… Esc прерывает.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ContractorEditor</name>
    <message>
        <source>New contractor</source>
        <translation>Новый контрагент</translation>
    </message>
    <message>
        <source>New subdivision</source>
        <translation>Новое подразделение</translation>
    </message>
    <message>
        <source>Contractor %1</source>
        <translation>Контрагент %1</translation>
    </message>
    <message>
        <source>Subdivision %1</source>
        <translation>Подразделение %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Pa&amp;rt of</source>
        <translation>&amp;Входит в</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Входит в</translation>
    </message>
    <message>
        <source>nothing: a contractor of its own</source>
        <translation>никуда: отдельный контрагент</translation>
    </message>
    <message>
        <source>E&amp;xternal id</source>
        <translation>Внешний и&amp;дентификатор</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Шаблон</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not known: left as it is</source>
        <translation>не известно: останется как есть</translation>
    </message>
    <message>
        <source>Persons and phones are changed one by one, in the card.</source>
        <translation>Контактные лица и телефоны меняются по одному, в карточке.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>A new subdivision takes phones with its persons only; more can be added once it is saved.</source>
        <translation>У нового подразделения телефоны бывают только у контактных лиц; другие можно добавить, когда оно сохранено.</translation>
    </message>
    <message>
        <source>&amp;Persons</source>
        <translation>&amp;Контактные лица</translation>
    </message>
    <message>
        <source>one is given by the program</source>
        <translation>присвоит программа</translation>
    </message>
    <message>
        <source>Whether it is free could not be asked now. %1</source>
        <translation>Узнать сейчас, свободен ли он, не удалось. %1</translation>
    </message>
    <message>
        <source>Nobody has the external id %1.</source>
        <translation>Внешнего идентификатора %1 нет ни у кого.</translation>
    </message>
    <message>
        <source>This contractor has the external id %1 already.</source>
        <translation>Внешний идентификатор %1 уже у этого контрагента.</translation>
    </message>
    <message>
        <source>“%1” has the external id %2.</source>
        <translation>У «%1» внешний идентификатор %2.</translation>
    </message>
    <message>
        <source>A contractor needs a name.</source>
        <translation>Контрагенту нужно название.</translation>
    </message>
    <message>
        <source>%1: several are called “%2”. Choose one of the list.</source>
        <translation>%1: «%2» — таких несколько. Выберите одного из списка.</translation>
    </message>
    <message>
        <source>%1: nothing is called “%2”.</source>
        <translation>%1: нет такого: «%2».</translation>
    </message>
    <message>
        <source>A new subdivision takes phones with its persons only: give this one to a person, or add it once the subdivision is saved.</source>
        <translation>У нового подразделения телефоны бывают только у контактных лиц: дайте этот телефон контактному лицу или добавьте его, когда подразделение сохранено.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ContractorFields</name>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Новый</translation>
    </message>
    <message>
        <source>New contractor</source>
        <translation>Новый контрагент</translation>
    </message>
    <message>
        <source>A contractor nobody has entered yet: it is sent in front of the task</source>
        <translation>Контрагент, которого ещё никто не вносил: он отправится перед задачей</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Названи&amp;е</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Contractor address</source>
        <translation>Адрес контрагента</translation>
    </message>
    <message>
        <source>This phone is known: %1</source>
        <translation>Этот телефон уже есть: %1</translation>
    </message>
    <message>
        <source>&amp;Contractor</source>
        <translation>Контра&amp;гент</translation>
    </message>
    <message>
        <source>Name the new contractor, or press “New” again to choose a known one.</source>
        <translation>Введите название нового контрагента или нажмите «Новый» ещё раз, чтобы выбрать известного.</translation>
    </message>
    <message>
        <source>%1: several are called “%2”. Choose one of the list.</source>
        <translation>%1: «%2» — таких несколько. Выберите одного из списка.</translation>
    </message>
    <message>
        <source>%1: there is no “%2”. Choose one of the list, or press “New” to make it.</source>
        <translation>%1: нет такого: «%2». Выберите из списка или нажмите «Новый», чтобы создать.</translation>
    </message>
    <message>
        <source>not known: left as it is</source>
        <translation>не известно: останется как есть</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ContractorWindows</name>
    <message>
        <source>“%1” is being deleted.</source>
        <translation>«%1» удаляется.</translation>
    </message>
    <message>
        <source>The phone %1 is being deleted.</source>
        <translation>Телефон %1 удаляется.</translation>
    </message>
    <message>
        <source>something about a contractor</source>
        <translation>что-то о контрагенте</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ContractorsScreen</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>No contractors are known yet.</source>
        <translation>Пока неизвестно ни одного контрагента.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>По запросу «%1» ничего не найдено.</translation>
    </message>
    <message>
        <source>Edits the contractor</source>
        <translation>Изменяет контрагента</translation>
    </message>
    <message>
        <source>Edits the marked phone</source>
        <translation>Изменяет отмеченный телефон</translation>
    </message>
    <message>
        <source>Edits the marked person</source>
        <translation>Изменяет отмеченное контактное лицо</translation>
    </message>
    <message>
        <source>It is part of what is on its way: it can be changed once that is on the service.</source>
        <translation>Это часть того, что сейчас отправляется: изменить можно, когда оно будет в сервисе.</translation>
    </message>
    <message>
        <source>Deletes the marked person or phone; Ctrl+Z takes it back while it is held</source>
        <translation>Удаляет отмеченное контактное лицо или телефон; пока удаление задержано, Ctrl+Z его возвращает</translation>
    </message>
    <message>
        <source>It is part of what is on its way: it can be deleted once that is on the service.</source>
        <translation>Это часть того, что сейчас отправляется: удалить можно, когда оно будет в сервисе.</translation>
    </message>
    <message>
        <source>It is deleted already.</source>
        <translation>Уже удалено.</translation>
    </message>
    <message>
        <source>The service has no command that deletes a contractor or a subdivision. A person or a phone is deleted from its line in the card.</source>
        <translation>В сервисе нет команды, которая удаляет контрагента или подразделение. Контактное лицо или телефон удаляется из своей строки в карточке.</translation>
    </message>
    <message>
        <source>Adds a phone to the marked person</source>
        <translation>Добавляет телефон отмеченному контактному лицу</translation>
    </message>
    <message>
        <source>Adds a phone to the contractor</source>
        <translation>Добавляет телефон контрагенту</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Ищу…</translation>
    </message>
    <message>
        <source>Enter opens one of them. Delete the phone where it does not belong, or leave it: two may share one.</source>
        <translation>Enter открывает одного из них. Удалите телефон там, где он лишний, или оставьте: он может быть общим.</translation>
    </message>
    <message>
        <source>Enter opens one of them. The service can&apos;t delete one: rename the one that is not to be used.</source>
        <translation>Enter открывает одного из них. Удалить контрагента сервис не может: переименуйте того, который не нужен.</translation>
    </message>
    <message>
        <source>“Add phone” adds one to the contractor shown; Enter goes to it.</source>
        <translation>«Добавить телефон» добавляет телефон показанному контрагенту; Enter переходит к нему.</translation>
    </message>
    <message>
        <source>“Edit” opens the contractor shown: with an address, the service finds the coordinates by itself.</source>
        <translation>«Изменить» открывает показанного контрагента: если указать адрес, сервис сам найдёт координаты.</translation>
    </message>
    <message>
        <source>%1 of %2 are not read yet, so nothing is known of them.</source>
        <translation>Ещё не прочитано: %1 из %2, о них ничего не известно.</translation>
    </message>
    <message>
        <source>Contractor views</source>
        <translation>Представления контрагентов</translation>
    </message>
    <message>
        <source>All contractors</source>
        <translation>Все контрагенты</translation>
    </message>
    <message>
        <source>Find contractor</source>
        <translation>Найти контрагента</translation>
    </message>
    <message>
        <source>name, address, phone…</source>
        <translation>название, адрес, телефон…</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>Н&amp;айти</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Doubles and gaps</source>
        <translation>Двойники и пропуски</translation>
    </message>
    <message>
        <source>&amp;New contractor</source>
        <translation>&amp;Новый контрагент</translation>
    </message>
    <message>
        <source>Makes a new contractor, with persons and phones (%1)</source>
        <translation>Создаёт нового контрагента с контактными лицами и телефонами (%1)</translation>
    </message>
    <message>
        <source>Add &amp;subdivision</source>
        <translation>Добавить &amp;подразделение</translation>
    </message>
    <message>
        <source>Add &amp;person</source>
        <translation>Добавить контактное &amp;лицо</translation>
    </message>
    <message>
        <source>Add p&amp;hone</source>
        <translation>Добавить &amp;телефон</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>New &amp;task for it</source>
        <translation>Новая задача &amp;для него</translation>
    </message>
    <message>
        <source>Begins a task with this contractor, its address and its last template</source>
        <translation>Начинает задачу с этим контрагентом, его адресом и последним шаблоном</translation>
    </message>
    <message>
        <source>&amp;Find by external id…</source>
        <translation>Найти по вне&amp;шнему идентификатору…</translation>
    </message>
    <message>
        <source>Asks the service, so that one no list has named yet is found too</source>
        <translation>Спрашивает сервис, поэтому находит и того, кого ещё нет в списках</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
</context>
<context>
    <name>naryad::ui::DictionaryDialog</name>
    <message>
        <source>Dictionaries</source>
        <translation>Справочники</translation>
    </message>
    <message>
        <source>Closing results</source>
        <translation>Результаты закрытия</translation>
    </message>
    <message>
        <source>Equipment types</source>
        <translation>Типы оборудования</translation>
    </message>
    <message>
        <source>Manufacturers</source>
        <translation>Производители</translation>
    </message>
    <message>
        <source>Equipment fields</source>
        <translation>Поля оборудования</translation>
    </message>
    <message>
        <source>Visit days</source>
        <translation>Дни назначения</translation>
    </message>
    <message>
        <source>Field types</source>
        <translation>Типы полей</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>Справочник</translation>
    </message>
    <message>
        <source>Numbers and names</source>
        <translation>Номера и названия</translation>
    </message>
    <message>
        <source>&amp;Remove the chosen</source>
        <translation>У&amp;брать выбранное</translation>
    </message>
    <message>
        <source>No command of the service lists these. What answers tell is learned; the rest is entered once. F2 changes a name, Delete removes one here; on the service nothing changes.</source>
        <translation>Сервис не выдаёт этих списков. Что видно из ответов, запоминается; остальное вводится один раз. F2 меняет название, Delete убирает его здесь; на сервисе ничего не меняется.</translation>
    </message>
    <message>
        <source>&amp;Dictionary</source>
        <translation>&amp;Справочник</translation>
    </message>
    <message>
        <source>What has a name keeps one.</source>
        <translation>Названия не бывает пустым.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::DocEditor</name>
    <message>
        <source>What a save does</source>
        <translation>Что сделает сохранение</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Со&amp;хранить</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Saved on this computer %1, not said yet</source>
        <translation>Сохранено на этом компьютере в %1, ещё не отправлено</translation>
    </message>
    <message>
        <source>Typed earlier and kept on this computer, not said yet</source>
        <translation>Введено раньше и сохранено на этом компьютере, ещё не отправлено</translation>
    </message>
    <message>
        <source>What a save does: %1</source>
        <translation>Что сделает сохранение: %1</translation>
    </message>
    <message>
        <source>Nothing is changed: nothing is sent.</source>
        <translation>Ничего не изменено: ничего не отправится.</translation>
    </message>
    <message>
        <source>Changed meanwhile on the service (it stays; what you changed too is asked about in the Outbox): %1</source>
        <translation>Тем временем изменилось в сервисе (так и останется; о том, что изменили и вы, спросят «Исходящие»): %1</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Puts what was taken out into the form again</source>
        <translation>Возвращает убранное обратно в форму</translation>
    </message>
    <message>
        <source>Takes out what was typed; it can be brought back until something else is opened</source>
        <translation>Убирает введённое; его можно вернуть, пока не открыто что-то другое</translation>
    </message>
    <message>
        <source>Saved: it goes to the service by itself, as the Outbox shows.</source>
        <translation>Сохранено: в сервис уйдёт само, это видно в исходящих.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::EntityPickerList</name>
    <message>
        <source>nothing matches</source>
        <translation>ничего не найдено</translation>
    </message>
</context>
<context>
    <name>naryad::ui::EquipmentCardView</name>
    <message>
        <source>Equipment card</source>
        <translation>Карточка оборудования</translation>
    </message>
    <message>
        <source>Enter on the owner opens its card, on a task that task</source>
        <translation>Enter на владельце открывает его карточку, на задаче — задачу</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>No equipment is chosen.</source>
        <translation>Оборудование не выбрано.</translation>
    </message>
    <message>
        <source>It is being deleted. Ctrl+Z takes that back while it is held.</source>
        <translation>Удаляется. Пока это задержано, Ctrl+Z вернёт назад.</translation>
    </message>
    <message>
        <source>Its details have not come yet.</source>
        <translation>Подробности ещё не пришли.</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Enter opens the owner&apos;s card</source>
        <translation>Enter открывает карточку владельца</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Инвентарный номер</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Номер в сервисе</translation>
    </message>
    <message>
        <source>not on the service yet</source>
        <translation>на сервисе ещё нет</translation>
    </message>
    <message>
        <source>Fields (%1)</source>
        <translation>Поля (%1)</translation>
    </message>
    <message>
        <source>#%1 (no name yet)</source>
        <translation>#%1 (пока без названия)</translation>
    </message>
    <message>
        <source>Said here and not sent yet</source>
        <translation>Сказано здесь и ещё не отправлено</translation>
    </message>
    <message>
        <source>Tasks that mention it, found on this computer (%1)</source>
        <translation>Задачи, где оно упомянуто, найденные на этом компьютере (%1)</translation>
    </message>
    <message>
        <source>The service links no task with equipment: these tell its serial number.</source>
        <translation>Сервис не связывает задачи с оборудованием: в этих назван его серийный номер.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>naryad::ui::EquipmentScreen</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>No equipment is known here yet.</source>
        <translation>Здесь ещё не знают никакого оборудования.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Ничего не найдено: «%1».</translation>
    </message>
    <message>
        <source>Changes the chosen model (F2)</source>
        <translation>Изменить выбранную модель (F2)</translation>
    </message>
    <message>
        <source>Choose equipment first</source>
        <translation>Сначала выберите оборудование</translation>
    </message>
    <message>
        <source>Changes the chosen equipment (F2)</source>
        <translation>Изменить выбранное оборудование (F2)</translation>
    </message>
    <message>
        <source>Its details have not come yet: a change must say all of them again</source>
        <translation>Подробности ещё не пришли, а изменение должно назвать их все заново</translation>
    </message>
    <message>
        <source>Deletes the chosen model; Ctrl+Z takes it back while it is held (Del)</source>
        <translation>Удалить выбранную модель; пока это задержано, Ctrl+Z вернёт назад (Del)</translation>
    </message>
    <message>
        <source>Deletes the chosen equipment; Ctrl+Z takes it back while it is held (Del)</source>
        <translation>Удалить выбранное оборудование; пока это задержано, Ctrl+Z вернёт назад (Del)</translation>
    </message>
    <message>
        <source>The label was saved: %1</source>
        <translation>Этикетка сохранена: %1</translation>
    </message>
    <message>
        <source>Find model</source>
        <translation>Найти модель</translation>
    </message>
    <message>
        <source>model…</source>
        <translation>модель…</translation>
    </message>
    <message>
        <source>M&amp;odels</source>
        <translation>&amp;Модели</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Find equipment</source>
        <translation>Найти оборудование</translation>
    </message>
    <message>
        <source>serial number, model, owner, description…</source>
        <translation>серийный номер, модель, владелец, описание…</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>На&amp;йти</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>New &amp;model</source>
        <translation>Новая мо&amp;дель</translation>
    </message>
    <message>
        <source>Makes a model that equipment can be of</source>
        <translation>Создать модель, к которой относится оборудование</translation>
    </message>
    <message>
        <source>&amp;New equipment</source>
        <translation>&amp;Новое оборудование</translation>
    </message>
    <message>
        <source>Makes a piece of equipment, of the chosen model where one is (Ins)</source>
        <translation>Создать оборудование, выбранной модели, если она выбрана (Ins)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Print label…</source>
        <translation>&amp;Печать этикетки…</translation>
    </message>
    <message>
        <source>A label with the serial number as a QR code</source>
        <translation>Этикетка с серийным номером в QR-коде</translation>
    </message>
    <message>
        <source>Save &amp;label as PDF…</source>
        <translation>&amp;Этикетка в PDF…</translation>
    </message>
    <message>
        <source>The label as a PDF file of its own size</source>
        <translation>Этикетка в файле PDF своего размера</translation>
    </message>
    <message>
        <source>Dictionar&amp;ies…</source>
        <translation>Сп&amp;равочники…</translation>
    </message>
    <message>
        <source>What the numbers of types, manufacturers and fields mean</source>
        <translation>Что значат номера типов, производителей и полей</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
</context>
<context>
    <name>naryad::ui::EquipmentWindows</name>
    <message>
        <source>The model “%1” is being deleted.</source>
        <translation>Модель «%1» удаляется.</translation>
    </message>
    <message numerus="yes">
        <source>The model “%1” is being deleted, and %n pieces are of it.</source>
        <translation>
            <numerusform>Модель «%1» удаляется, к ней относится %n единица оборудования.</numerusform>
            <numerusform>Модель «%1» удаляется, к ней относятся %n единицы оборудования.</numerusform>
            <numerusform>Модель «%1» удаляется, к ней относятся %n единиц оборудования.</numerusform>
        </translation>
    </message>
    <message>
        <source>The equipment “%1” is being deleted.</source>
        <translation>Оборудование «%1» удаляется.</translation>
    </message>
    <message>
        <source>The equipment “%1” of %2 is being deleted.</source>
        <translation>Оборудование «%1» (владелец: %2) удаляется.</translation>
    </message>
    <message>
        <source>something about equipment</source>
        <translation>что-то об оборудовании</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Chosen tasks: %1</source>
        <translation>Выбранные задачи: %1</translation>
    </message>
    <message>
        <source>Tasks as listed: %1</source>
        <translation>Все задачи из списка: %1</translation>
    </message>
    <message>
        <source>All contractors</source>
        <translation>Все контрагенты</translation>
    </message>
    <message>
        <source>All equipment</source>
        <translation>Всё оборудование</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Книга Excel (.xlsx)</translation>
    </message>
    <message>
        <source>Text with separators (.csv)</source>
        <translation>Текст с разделителями (.csv)</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>; as Russian Excel reads it</source>
        <translation>; как читает русский Excel</translation>
    </message>
    <message>
        <source>, as most others do</source>
        <translation>, как большинство других программ</translation>
    </message>
    <message>
        <source>&amp;All columns, also those the list does not show</source>
        <translation>Все &amp;колонки, в том числе не показанные в списке</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Все колонки</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Со&amp;хранить как…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>Сп&amp;исок</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>Фор&amp;мат</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>&amp;Разделитель</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>Отменено: файл не записан.</translation>
    </message>
    <message>
        <source>%1 rows are in %2.</source>
        <translation>Записано строк: %1. Файл: %2.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Закр&amp;ыть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ExternalIdDialog</name>
    <message>
        <source>Find by external id</source>
        <translation>Найти по внешнему идентификатору</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Внешний идентификатор</translation>
    </message>
    <message>
        <source>E&amp;xternal id</source>
        <translation>Внешний и&amp;дентификатор</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>The service is being asked…</source>
        <translation>Спрашиваю сервис…</translation>
    </message>
    <message>
        <source>Nobody has the external id %1.</source>
        <translation>Внешнего идентификатора %1 нет ни у кого.</translation>
    </message>
    <message>
        <source>The service could not be asked, and nobody known here has it. %1</source>
        <translation>Спросить сервис не удалось, а среди известных здесь его нет ни у кого. %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::FieldEditor</name>
    <message>
        <source>Val&amp;ues, one per line</source>
        <translation>Зна&amp;чения, по одному в строке</translation>
    </message>
    <message>
        <source>Field &amp;name</source>
        <translation>&amp;Название поля</translation>
    </message>
    <message>
        <source>Field name</source>
        <translation>Название поля</translation>
    </message>
    <message>
        <source>Field t&amp;ype</source>
        <translation>&amp;Тип поля</translation>
    </message>
    <message>
        <source>Field type</source>
        <translation>Тип поля</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Ins: new value · Del: remove or bring back · Alt+Up, Alt+Down: order · Ctrl+V: many lines at once</source>
        <translation>Ins: новое значение · Del: убрать или вернуть · Alt+Вверх, Alt+Вниз: порядок · Ctrl+V: сразу много строк</translation>
    </message>
    <message>
        <source>No template uses this field</source>
        <translation>Ни один шаблон не использует это поле</translation>
    </message>
    <message>
        <source>Used in: %1</source>
        <translation>Используется в: %1</translation>
    </message>
    <message>
        <source>A field needs a name</source>
        <translation>У поля должно быть название</translation>
    </message>
    <message>
        <source>A field needs a type</source>
        <translation>У поля должен быть тип</translation>
    </message>
</context>
<context>
    <name>naryad::ui::FieldEditors</name>
    <message>
        <source>“%1” needs a number, and this is none: %2</source>
        <translation>Для «%1» нужно число, а это не число: %2</translation>
    </message>
    <message>
        <source>filled in by the worker</source>
        <translation>заполняет исполнитель</translation>
    </message>
    <message>
        <source>of a kind this program does not know: kept as it is</source>
        <translation>тип, неизвестный программе: останется как есть</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, обязательно</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (обязательно)</translation>
    </message>
</context>
<context>
    <name>naryad::ui::FieldPicker</name>
    <message>
        <source>type a field name…</source>
        <translation>введите название поля…</translation>
    </message>
    <message>
        <source>create “%1”</source>
        <translation>создать «%1»</translation>
    </message>
</context>
<context>
    <name>naryad::ui::FormWindows</name>
    <message>
        <source>What was typed could not be kept on this computer. %1</source>
        <translation>Введённое не удалось сохранить на этом компьютере. %1</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back while it is held.</source>
        <translation>Пока это задержано, Ctrl+Z вернёт.</translation>
    </message>
    <message>
        <source>Typed earlier and kept on this computer, not said yet: %1</source>
        <translation>Введено раньше и сохранено на этом компьютере, ещё не отправлено: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::FoundTasks</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>F&amp;ound</source>
        <translation>&amp;Найдено</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Относится к</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>%1, belongs to: %2, id: %3</source>
        <translation>%1, относится к: %2, id: %3</translation>
    </message>
    <message>
        <source>%1, plan: %2, contractor: %3, created: %4, id: %5, worker: %6, template: %7</source>
        <translation>%1, план: %2, контрагент: %3, создана: %4, id: %5, исполнитель: %6, шаблон: %7</translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyCheck</name>
    <message>
        <source>The key is kept for this run only: no system keychain answered.</source>
        <translation>Ключ действует только до выхода: системное хранилище ключей не ответило.</translation>
    </message>
    <message>
        <source>The key is kept for this run only: %1</source>
        <translation>Ключ действует только до выхода: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyDialog</name>
    <message>
        <source>Enter key</source>
        <translation>Ввести ключ</translation>
    </message>
    <message>
        <source>A new API key for %1. Nothing that waits to be sent is lost meanwhile.</source>
        <translation>Новый ключ API для %1. Ничто из ждущего отправки не пропадёт.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>К&amp;люч API</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>&amp;Использовать этот ключ</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Использовать этот ключ</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Checking… Esc gives up.</source>
        <translation>Проверяю… Esc прерывает.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::KeyField</name>
    <message>
        <source>API key</source>
        <translation>Ключ API</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>По&amp;казать</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Показать ключ</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Вставить</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Вставить ключ</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Вставить ключ из буфера обмена</translation>
    </message>
</context>
<context>
    <name>naryad::ui::KnownAlike</name>
    <message>
        <source>This phone is known: %1</source>
        <translation>Этот телефон уже есть: %1</translation>
    </message>
    <message>
        <source>Known by such a name: %1</source>
        <translation>С похожим названием уже есть: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::LinePage</name>
    <message>
        <source>&amp;Hold before sending</source>
        <translation>За&amp;держка перед отправкой</translation>
    </message>
    <message>
        <source>Sending a task, closing it, a comment and a deletion can&apos;t be taken back on the service. They wait so long, and Ctrl+Z takes them back. 0: they go at once.</source>
        <translation>Отправку задачи, её закрытие, комментарий и удаление в сервисе уже не вернуть. Столько они ждут здесь, и Ctrl+Z их возвращает. 0: уходят сразу.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Look for changes every</source>
        <translation>Проверять &amp;изменения каждые</translation>
    </message>
    <message>
        <source>How often the service is asked what others have changed. F5 asks at once.</source>
        <translation>Как часто спрашивать сервис, что изменили другие. F5 спрашивает сразу.</translation>
    </message>
    <message>
        <source>&amp;Requests a second</source>
        <translation>Зап&amp;росов в секунду</translation>
    </message>
    <message>
        <source>At most so many while details are fetched in the background. What you look at and what you send is not held back.</source>
        <translation>Не больше этого, пока подробности загружаются в фоне. То, что вы смотрите и отправляете, не задерживается.</translation>
    </message>
    <message>
        <source>no bound</source>
        <translation>без ограничения</translation>
    </message>
</context>
<context>
    <name>naryad::ui::Looks</name>
    <message>
        <source>Looking…</source>
        <translation>Ищу…</translation>
    </message>
    <message>
        <source>It could not be looked for: %1</source>
        <translation>Поискать не удалось: %1</translation>
    </message>
    <message>
        <source>Nothing like it has come to the service.</source>
        <translation>Ничего похожего в сервисе не появилось.</translation>
    </message>
    <message>
        <source>Choose what it became, then “It is there”.</source>
        <translation>Выберите, чем это стало, затем «Уже есть».</translation>
    </message>
    <message>
        <source>It was looked for: the service tells nothing that shows whether it was done.</source>
        <translation>Поиск сделан: сервис не сообщает ничего, по чему видно, выполнено ли это.</translation>
    </message>
    <message>
        <source>It was looked for: what the service tells now is listed.</source>
        <translation>Поиск сделан: ниже то, что сервис сообщает сейчас.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::MainWindow</name>
    <message>
        <source>Naryad — %1</source>
        <translation>Наряд — %1</translation>
    </message>
    <message>
        <source>DEMO: a made-up company on this computer. Nothing is sent anywhere, and it starts anew each time.</source>
        <translation>ДЕМО: вымышленная компания на этом компьютере. Никуда ничего не отправляется, каждый раз всё начинается заново.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Connect another company…</source>
        <translation>&amp;Подключить другую компанию…</translation>
    </message>
    <message>
        <source>Enter &amp;key…</source>
        <translation>Ввести &amp;ключ…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Задача</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Изменить</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>&amp;Следующая область</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Пр&amp;едыдущая область</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Горячие клавиши</translation>
    </message>
    <message>
        <source>&amp;About Naryad</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>The service no longer accepts the key. Nothing is sent until you enter a new one.</source>
        <translation>Сервис больше не принимает ключ. Пока не введён новый, ничего не отправляется.</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Ввести ключ</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n команда ещё не выполнена</numerusform>
            <numerusform>%n команды ещё не выполнены</numerusform>
            <numerusform>%n команд ещё не выполнено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n ждёт вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
        </translation>
    </message>
    <message>
        <source>About Naryad</source>
        <translation>О программе «Наряд»</translation>
    </message>
    <message>
        <source>Naryad %1</source>
        <translation>Наряд %1</translation>
    </message>
    <message>
        <source>The dispatcher&apos;s desk for the Mobiforce cloud. Company: %1
Qt %2</source>
        <translation>Стол диспетчера для облака Мобифорс. Компания: %1
Qt %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Find &amp;or do…</source>
        <translation>&amp;Найти или сделать…</translation>
    </message>
    <message>
        <source>&amp;Quick filters</source>
        <translation>Б&amp;ыстрые фильтры</translation>
    </message>
    <message>
        <source>Take &amp;back what is held</source>
        <translation>&amp;Вернуть задержанное</translation>
    </message>
    <message>
        <source>Taken back. Nothing of it was sent, and what you typed is a draft again.</source>
        <translation>Возвращено. Ничего не отправлено, а набранное снова в черновиках.</translation>
    </message>
    <message>
        <source>Nothing is held: there is nothing to take back.</source>
        <translation>Ничего не задержано: возвращать нечего.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;Next screen</source>
        <translation>Следу&amp;ющий экран</translation>
    </message>
    <message>
        <source>Pr&amp;evious screen</source>
        <translation>Преды&amp;дущий экран</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n конфликт</numerusform>
            <numerusform>%n конфликта</numerusform>
            <numerusform>%n конфликтов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And so with %n more: see the Outbox.</source>
        <translation>
            <numerusform>И так ещё с %n командой: смотрите «Исходящие».</numerusform>
            <numerusform>И так ещё с %n командами: смотрите «Исходящие».</numerusform>
            <numerusform>И так ещё с %n командами: смотрите «Исходящие».</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the Outbox</source>
        <translation>Показать в исходящих</translation>
    </message>
    <message>
        <source>&amp;Contractor</source>
        <translation>Контра&amp;гент</translation>
    </message>
    <message>
        <source>Contractors</source>
        <translation>Контрагенты</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Кто звонит</translation>
    </message>
    <message>
        <source>E&amp;quipment</source>
        <translation>Оборудован&amp;ие</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ManyDialog</name>
    <message>
        <source>Take &amp;back what is held</source>
        <translation>Вернуть за&amp;держанное</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Готово</translation>
    </message>
    <message>
        <source>Chosen tasks</source>
        <translation>Выбранные задачи</translation>
    </message>
    <message>
        <source>%1 tasks are chosen; at most %2 can be done at once. Narrow the list first.</source>
        <translation>Выбрано задач: %1; за один раз можно не больше %2. Сначала сузьте список.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>Задач: %1 из %2</translation>
    </message>
    <message>
        <source>looking through them…</source>
        <translation>просматриваются…</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>задержано: %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>ждёт: %1</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>принято: %1</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>отказано: %1</translation>
    </message>
    <message>
        <source>%1 unsure</source>
        <translation>неясно: %1</translation>
    </message>
    <message>
        <source>%1 taken back or dropped</source>
        <translation>возвращено или убрано: %1</translation>
    </message>
    <message>
        <source>%1 left out, as their rows tell</source>
        <translation>пропущено: %1, причины в строках</translation>
    </message>
</context>
<context>
    <name>naryad::ui::MapLinks</name>
    <message>
        <source>Yandex Maps</source>
        <translation>Яндекс Карты</translation>
    </message>
    <message>
        <source>2GIS</source>
        <translation>2ГИС</translation>
    </message>
    <message>
        <source>This computer&apos;s map (geo:)</source>
        <translation>Карта этого компьютера (geo:)</translation>
    </message>
    <message>
        <source>&amp;Copy coordinates</source>
        <translation>&amp;Копировать координаты</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ModelForm</name>
    <message>
        <source>New model</source>
        <translation>Новая модель</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Model &amp;name</source>
        <translation>&amp;Название модели</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>Название модели</translation>
    </message>
    <message>
        <source>&amp;Type id</source>
        <translation>&amp;Тип</translation>
    </message>
    <message>
        <source>Type id</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>&amp;Manufacturer id</source>
        <translation>&amp;Производитель</translation>
    </message>
    <message>
        <source>Manufacturer id</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>No command lists types and manufacturers, or tells them of a model: choose one known here, or type its number. What is left empty is not sent.</source>
        <translation>Сервис не выдаёт типы и производителей списком и не называет их у модели: выберите известное здесь или введите номер. Пустое не отправляется.</translation>
    </message>
    <message>
        <source>A model needs a name.</source>
        <translation>Модели нужно название.</translation>
    </message>
    <message>
        <source>Type a number, or choose one of the list: %1</source>
        <translation>Введите номер или выберите из списка: %1</translation>
    </message>
    <message>
        <source>No command takes the type away. Choose another, or leave it.</source>
        <translation>Убрать тип сервис не умеет. Выберите другой или оставьте.</translation>
    </message>
    <message>
        <source>No command takes the manufacturer away. Choose another, or leave it.</source>
        <translation>Убрать производителя сервис не умеет. Выберите другого или оставьте.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::NewFieldBar</name>
    <message>
        <source>Values, separated by semicolons</source>
        <translation>Значения через точку с запятой</translation>
    </message>
    <message>
        <source>Type of the new field</source>
        <translation>Тип нового поля</translation>
    </message>
    <message>
        <source>Values of the new field</source>
        <translation>Значения нового поля</translation>
    </message>
    <message>
        <source>New field “%1”, type</source>
        <translation>Новое поле «%1», тип</translation>
    </message>
</context>
<context>
    <name>naryad::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Закрыть это сообщение</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>naryad::ui::NumbersPage</name>
    <message>
        <source>By the &amp;service</source>
        <translation>С&amp;ервис</translation>
    </message>
    <message>
        <source>By &amp;Naryad, with a prefix</source>
        <translation>&amp;Наряд, с префиксом</translation>
    </message>
    <message>
        <source>By the service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>By Naryad, with a prefix</source>
        <translation>Наряд, с префиксом</translation>
    </message>
    <message>
        <source>Who gives a new task its number where you type none. By Naryad, a task whose answer was lost on the line is found again by its number alone; choose a prefix that nobody else uses.</source>
        <translation>Кто даёт номер новой задаче, если вы его не ввели. Если Наряд, то задача, ответ о которой потерялся по пути, находится снова по одному номеру; выберите префикс, которым больше никто не пользуется.</translation>
    </message>
    <message>
        <source>&amp;Prefix</source>
        <translation>&amp;Префикс</translation>
    </message>
    <message>
        <source>Ne&amp;xt number</source>
        <translation>С&amp;ледующий номер</translation>
    </message>
    <message>
        <source>The next task becomes %1.</source>
        <translation>Следующая задача получит номер %1.</translation>
    </message>
    <message>
        <source>A prefix and a number are needed; until then the service gives the numbers.</source>
        <translation>Нужны префикс и номер; пока их нет, номера даёт сервис.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::OutboxDetails</name>
    <message>
        <source>Fix: opens it again as you typed it, so that you can change it and send it anew.</source>
        <translation>Исправить: открывает заново то, что вы ввели, чтобы изменить и отправить снова.</translation>
    </message>
    <message>
        <source>Retry: tries now instead of waiting for the next time.</source>
        <translation>Повторить: пробует сейчас, не дожидаясь следующего раза.</translation>
    </message>
    <message>
        <source>Retry: sends it once more just as it is.</source>
        <translation>Повторить: отправляет ещё раз как есть.</translation>
    </message>
    <message>
        <source>It is there: you have seen that the service did it. Nothing is sent again.</source>
        <translation>Уже есть: вы видели, что сервис это выполнил. Повторно ничего не отправляется.</translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, there will be two tasks; no task can be deleted.</source>
        <translation>Отправить снова: если первая всё же дошла, задач станет две; удалить задачу нельзя.</translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, the comment will stand there twice.</source>
        <translation>Отправить снова: если первый всё же дошёл, комментарий будет там дважды.</translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, the same is said to the service a second time.</source>
        <translation>Отправить снова: если первое всё же дошло, сервис получит то же самое второй раз.</translation>
    </message>
    <message>
        <source>Drop: stops asking about it and never sends it again. If it did arrive, it stays on the service.</source>
        <translation>Убрать: больше не спрашивать и не отправлять. Если оно дошло, оно останется в сервисе.</translation>
    </message>
    <message>
        <source>Drop: it is never sent. Its text can be read and copied here for 30 days more.</source>
        <translation>Убрать: не будет отправлено. Текст можно прочитать и скопировать здесь ещё 30 дней.</translation>
    </message>
    <message>
        <source>The words that came back: %1</source>
        <translation>Ответ словами: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Answer status: %1</source>
        <translation>Статус ответа: %1</translation>
    </message>
    <message>
        <source>Not known: whether the service did it. It is not sent again by itself.</source>
        <translation>Не известно, выполнил ли это сервис. Само повторно не отправляется.</translation>
    </message>
    <message>
        <source>Said: %1</source>
        <translation>Сказано: %1</translation>
    </message>
    <message>
        <source>Attempts: %1</source>
        <translation>Попыток: %1</translation>
    </message>
    <message>
        <source>Last attempt: %1</source>
        <translation>Последняя попытка: %1</translation>
    </message>
    <message>
        <source>Not tried again before: %1</source>
        <translation>Следующая попытка не раньше: %1</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>Решено: %1</translation>
    </message>
    <message>
        <source>The service&apos;s id: %1</source>
        <translation>Идентификатор в сервисе: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>Undo: takes it back, and what you typed is there again. Nothing of it has been sent.</source>
        <translation>Вернуть: отменяет отправку, набранное снова на месте. Ничего не было отправлено.</translation>
    </message>
    <message>
        <source>Look for it: asks the service at once whether it was done, and lists what it may have become.</source>
        <translation>Найти: сразу спрашивает сервис, сделано ли это, и показывает, чем это могло стать.</translation>
    </message>
    <message>
        <source>It is there: what is chosen in the list is what this became. Nothing is sent again.</source>
        <translation>Уже есть: выбранное в списке и есть результат. Повторно ничего не отправляется.</translation>
    </message>
    <message>
        <source>Send again: if the first one did arrive after all, there will be two of it.</source>
        <translation>Отправить снова: если первая попытка всё же дошла, объектов станет два.</translation>
    </message>
    <message>
        <source>Keep mine: what you typed goes over what others said of these fields. Their other changes stay.</source>
        <translation>Оставить моё: в этих полях набранное вами заменит чужое. Остальные чужие изменения сохранятся.</translation>
    </message>
    <message>
        <source>Keep theirs: these fields stay as others left them. Your other changes are sent.</source>
        <translation>Оставить чужое: эти поля останутся, как их изменили другие. Остальные ваши изменения уйдут.</translation>
    </message>
    <message>
        <source>%1: it was %2</source>
        <translation>%1: было %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Оставить чужое</translation>
    </message>
    <message>
        <source>You decided: %1, %2</source>
        <translation>Вы решили: %1, %2</translation>
    </message>
    <message>
        <source>Not known yet: whether the service did it. It is looked for first, and sent again by itself only where that can&apos;t make two of it.</source>
        <translation>Пока неизвестно, выполнил ли это сервис. Сначала идёт проверка, а сама собой повторная отправка бывает только там, где двойника не выйдет.</translation>
    </message>
    <message>
        <source>Waits for: %1 (%2)</source>
        <translation>Ждёт: %1 (%2)</translation>
    </message>
    <message>
        <source>    here (mine): %1</source>
        <translation>    здесь (моё): %1</translation>
    </message>
    <message>
        <source>    on the service (theirs): %1</source>
        <translation>    в сервисе (их): %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>    You had: %1: %2; it gave way to %3</source>
        <translation>    У вас было: %1: %2; уступило %3</translation>
    </message>
    <message>
        <source>    Others had: %1: %2; yours is %3</source>
        <translation>    У других было: %1: %2; у вас %3</translation>
    </message>
    <message>
        <source>It can&apos;t be changed here: send it as it is, or drop it and say it anew.</source>
        <translation>Изменить это здесь нельзя: отправьте как есть или уберите и сделайте заново.</translation>
    </message>
    <message>
        <source>You mended it and said it anew, %1</source>
        <translation>Вы исправили и отправили заново, %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::OutboxScreen</name>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать как текст</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Проч&amp;итать снова</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Прочитать снова</translation>
    </message>
    <message>
        <source>Outbox details</source>
        <translation>Подробности исходящего</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ве&amp;рнуть</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Fi&amp;x</source>
        <translation>&amp;Исправить</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>&amp;Look for it</source>
        <translation>Поис&amp;кать</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Поискать</translation>
    </message>
    <message>
        <source>&amp;It is there</source>
        <translation>&amp;Уже есть</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Уже есть</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>Отпр&amp;авить снова</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>Убра&amp;ть</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>The Outbox can&apos;t be read: %1</source>
        <translation>Исходящие не читаются: %1</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Ничто не ждёт отправки</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n команда ещё не выполнена</numerusform>
            <numerusform>%n команды ещё не выполнены</numerusform>
            <numerusform>%n команд ещё не выполнено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n ждёт вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) chosen</source>
        <translation>
            <numerusform>выбрана %n команда</numerusform>
            <numerusform>выбраны %n команды</numerusform>
            <numerusform>выбрано %n команд</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>Оставить &amp;моё</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Оставить чужое</translation>
    </message>
    <message>
        <source>Nothing here matches the filter</source>
        <translation>Под фильтр ничего не подходит</translation>
    </message>
    <message>
        <source>First look for it and choose what it became.</source>
        <translation>Сначала найдите и выберите, чем это стало.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n конфликт</numerusform>
            <numerusform>%n конфликта</numerusform>
            <numerusform>%n конфликтов</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep th&amp;eirs</source>
        <translation>Оставить &amp;чужое</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n command(s) as text</source>
        <translation>
            <numerusform>Скопирована %n команда как текст</numerusform>
            <numerusform>Скопированы %n команды как текст</numerusform>
            <numerusform>Скопировано %n команд как текст</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::Palette</name>
    <message>
        <source>Find or do</source>
        <translation>Найти или сделать</translation>
    </message>
    <message>
        <source>Find or do… (Ctrl+K)</source>
        <translation>Найти или сделать… (Ctrl+K)</translation>
    </message>
    <message>
        <source>Find a task, a contractor, a phone number, anything; &gt; for a command (Ctrl+K)</source>
        <translation>Найти задачу, контрагента, номер телефона, что угодно; &gt; — команду (Ctrl+K)</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найденное</translation>
    </message>
    <message>
        <source>t task · c contractor · w worker · f field · + phone · e equipment · s template · &gt; command</source>
        <translation>т задача · к контрагент · и исполнитель · п поле · + телефон · о оборудование · ш шаблон · &gt; команда</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PassingWords</name>
    <message>
        <source>%1 — goes in %2 s, %3 takes it back</source>
        <extracomment>%1 is what was said: &quot;Close task 17: Done&quot;; %3 is keys: &quot;Ctrl+Z&quot;</extracomment>
        <translation>%1 — уйдёт через %2 с, %3 вернёт</translation>
    </message>
    <message numerus="yes">
        <source>%n more held</source>
        <translation>
            <numerusform>задержана ещё %n</numerusform>
            <numerusform>задержано ещё %n</numerusform>
            <numerusform>задержано ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::PersonForm</name>
    <message>
        <source>New person</source>
        <translation>Новое контактное лицо</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Контактное лицо</translation>
    </message>
    <message>
        <source>Person &amp;name</source>
        <translation>И&amp;мя контактного лица</translation>
    </message>
    <message>
        <source>Person name</source>
        <translation>Имя контактного лица</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>A person without a phone can&apos;t be known: the service tells of persons only with their phones.</source>
        <translation>О контактном лице без телефона узнать нельзя: сервис сообщает о контактных лицах только вместе с телефонами.</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>У контактного лица должно быть имя.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PersonLines</name>
    <message>
        <source>Person name</source>
        <translation>Имя контактного лица</translation>
    </message>
    <message>
        <source>Person name %1</source>
        <translation>Имя контактного лица %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>one more person</source>
        <translation>ещё одно контактное лицо</translation>
    </message>
    <message>
        <source>Phone of person %1</source>
        <translation>Телефон контактного лица %1</translation>
    </message>
    <message>
        <source>Name the person this phone belongs to.</source>
        <translation>Введите имя контактного лица с этим телефоном.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PhoneForm</name>
    <message>
        <source>New phone</source>
        <translation>Новый телефон</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>P&amp;hone number</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Type the number.</source>
        <translation>Введите номер.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PhoneLines</name>
    <message>
        <source>one more</source>
        <translation>ещё один</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PieceForm</name>
    <message>
        <source>New equipment</source>
        <translation>Новое оборудование</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Serial &amp;number</source>
        <translation>Серийный &amp;номер</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Владелец</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>&amp;Add field</source>
        <translation>&amp;Добавить поле</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Adds a value for a field the equipment has none of yet</source>
        <translation>Добавить значение поля, которого у оборудования ещё нет</translation>
    </message>
    <message>
        <source>Equipment needs a serial number.</source>
        <translation>Оборудованию нужен серийный номер.</translation>
    </message>
    <message>
        <source>Choose one of the models: %1</source>
        <translation>Выберите модель из списка: %1</translation>
    </message>
    <message>
        <source>Choose one of the contractors: %1</source>
        <translation>Выберите контрагента из списка: %1</translation>
    </message>
    <message>
        <source>No command takes the model away. Choose another, or leave it.</source>
        <translation>Убрать модель сервис не умеет. Выберите другую или оставьте.</translation>
    </message>
    <message>
        <source>No command takes the owner away. Choose another, or leave it.</source>
        <translation>Убрать владельца сервис не умеет. Выберите другого или оставьте.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PlanFields</name>
    <message>
        <source>Planned start</source>
        <translation>Начало по плану</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Окончание по плану</translation>
    </message>
    <message>
        <source>&amp;Planned start</source>
        <translation>Нача&amp;ло по плану</translation>
    </message>
    <message>
        <source>Planned &amp;end</source>
        <translation>О&amp;кончание по плану</translation>
    </message>
    <message>
        <source>The planned end is before the planned start.</source>
        <translation>Окончание по плану раньше начала.</translation>
    </message>
    <message>
        <source>The planned start is in the past.</source>
        <translation>Начало по плану уже прошло.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>What the dispatcher fills in:</source>
        <translation>Что заполняет диспетчер:</translation>
    </message>
    <message>
        <source>&amp;Task form</source>
        <translation>&amp;Форма задачи</translation>
    </message>
    <message>
        <source>What the worker fills in (photos and signatures on the phone alone):</source>
        <translation>Что заполняет исполнитель (фото и подписи — только на телефоне):</translation>
    </message>
    <message>
        <source>&amp;Worker&apos;s report</source>
        <translation>&amp;Отчёт исполнителя</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PrintLabel</name>
    <message>
        <source>Label of %1</source>
        <translation>Этикетка %1</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
</context>
<context>
    <name>naryad::ui::PrintOrders</name>
    <message>
        <source>Work order %1</source>
        <translation>Наряд %1</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Наряды</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
</context>
<context>
    <name>naryad::ui::QuickFilters</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Без времени</translation>
    </message>
    <message>
        <source>No worker known</source>
        <translation>Исполнитель неизвестен</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Changed today</source>
        <translation>Изменены сегодня</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Planned to begin today</source>
        <translation>Начало по плану — сегодня</translation>
    </message>
    <message>
        <source>Planned to begin tomorrow</source>
        <translation>Начало по плану — завтра</translation>
    </message>
    <message>
        <source>Known to have no planned time</source>
        <translation>Точно известно, что времени по плану нет</translation>
    </message>
    <message>
        <source>The service does not tell the worker, and he was not named here</source>
        <translation>Сервис не сообщает исполнителя, и здесь его не называли</translation>
    </message>
    <message>
        <source>Not sent to a worker yet</source>
        <translation>Ещё не отправлены исполнителю</translation>
    </message>
    <message>
        <source>The service told of a change today</source>
        <translation>Сервис сообщил об изменении сегодня</translation>
    </message>
    <message>
        <source>Something said on this computer has not arrived yet</source>
        <translation>Сделанное на этом компьютере ещё не дошло до сервиса</translation>
    </message>
    <message>
        <source>Quick filters</source>
        <translation>Быстрые фильтры</translation>
    </message>
    <message>
        <source>Clear the quick filters</source>
        <translation>Снять быстрые фильтры</translation>
    </message>
    <message>
        <source>Keep the filters</source>
        <translation>Закрепить фильтры</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Keep the filters when another screen is shown, and over a restart</source>
        <translation>Сохранять фильтры при переходе на другой экран и после перезапуска</translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation>Контрагент: %1</translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation>Исполнитель: %1</translation>
    </message>
    <message>
        <source>%1: show the others too</source>
        <translation>%1: показать и остальные</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n задача</numerusform>
            <numerusform>%n задачи</numerusform>
            <numerusform>%n задач</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan passed</source>
        <translation>План прошёл</translation>
    </message>
    <message>
        <source>The planned end is past, and this computer knows of no closing</source>
        <translation>Плановое время вышло, а о закрытии этот компьютер не знает</translation>
    </message>
</context>
<context>
    <name>naryad::ui::RemoveFieldsDialog</name>
    <message>
        <source>Remove fields</source>
        <translation>Убрать поля</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>&amp;Fields, marked by Space</source>
        <translation>&amp;Поля, отмечаются пробелом</translation>
    </message>
    <message>
        <source>%1 (a section)</source>
        <translation>%1 (раздел)</translation>
    </message>
    <message>
        <source>%1 (report)</source>
        <translation>%1 (отчёт)</translation>
    </message>
    <message>
        <source>%1 (details)</source>
        <translation>%1 (данные)</translation>
    </message>
    <message>
        <source>%1 (the task has it no more)</source>
        <translation>%1 (в задаче его больше нет)</translation>
    </message>
    <message>
        <source>The details of the task are not loaded yet: its fields are not known.</source>
        <translation>Подробности задачи ещё не загружены: её поля неизвестны.</translation>
    </message>
    <message>
        <source>This task has no fields.</source>
        <translation>В этой задаче нет полей.</translation>
    </message>
    <message>
        <source>Mark what is to go. A field goes from the details and the report alike, with its value. One that came with the template may be refused: the service speaks of fields added before.</source>
        <translation>Отметьте, что убрать. Поле уйдёт и из данных, и из отчёта, вместе со значением. Поле из шаблона сервис может не убрать: он обещает это лишь для добавленных раньше.</translation>
    </message>
    <message>
        <source>Goes, with its value, and can&apos;t be brought back: %1</source>
        <translation>Уйдёт вместе со значением, вернуть нельзя: %1</translation>
    </message>
    <message>
        <source>Mark the fields that are to go.</source>
        <translation>Отметьте поля, которые нужно убрать.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ResultMemory</name>
    <message>
        <source>Last used for “%1”.</source>
        <translation>Последний для шаблона «%1».</translation>
    </message>
    <message>
        <source>The last one used.</source>
        <translation>Последний использованный.</translation>
    </message>
    <message>
        <source>The last one used; “%1” was not closed from here before.</source>
        <translation>Последний использованный; задачи «%1» отсюда ещё не закрывали.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ResultsDialog</name>
    <message>
        <source>Closing results</source>
        <translation>Результаты закрытия</translation>
    </message>
    <message>
        <source>&amp;Remove the chosen</source>
        <translation>&amp;Убрать выбранный</translation>
    </message>
    <message>
        <source>No command of the service lists its closing results. What answers tell is learned; the rest is entered once. F2 changes a name, Delete removes one here; on the service nothing changes.</source>
        <translation>Сервис не выдаёт список результатов закрытия. Что видно из ответов, запоминается само; остальное вводится один раз. F2 меняет название, Delete убирает результат отсюда; в сервисе ничего не меняется.</translation>
    </message>
    <message>
        <source>A result that has a name keeps one.</source>
        <translation>Название можно сменить, но не убрать.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::SendManyDialog</name>
    <message>
        <source>Send drafts</source>
        <translation>Отправить черновики</translation>
    </message>
    <message>
        <source>Also those whose worker is not &amp;known here: the service&apos;s own stays</source>
        <translation>И те, чей исполнитель здесь &amp;неизвестен: останется тот, что в сервисе</translation>
    </message>
    <message>
        <source>Where the service has none either, it refuses.</source>
        <translation>Если его нет и в сервисе, сервис откажет.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Sending and reading</source>
        <translation>Отправка и чтение</translation>
    </message>
    <message>
        <source>Task numbers</source>
        <translation>Номера задач</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Горячие клавиши</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>В форме</translation>
    </message>
    <message>
        <source>In a text field</source>
        <translation>В поле текста</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>Сохранить черновиком</translation>
    </message>
    <message>
        <source>Send, close the task or add the comment</source>
        <translation>Отправить, закрыть задачу или добавить комментарий</translation>
    </message>
    <message>
        <source>Undo what was typed</source>
        <translation>Отменить набранное</translation>
    </message>
    <message>
        <source>Redo what was typed</source>
        <translation>Вернуть набранное</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Найти сочетание клавиш</translation>
    </message>
    <message>
        <source>Find a shortcut: by what it does, or by its keys</source>
        <translation>Найти сочетание: по действию или по клавишам</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Это окно</translation>
    </message>
    <message>
        <source>At the beginning of Find or do, with a space</source>
        <translation>В начале строки «Найти или сделать», с пробелом</translation>
    </message>
    <message>
        <source>Only tasks</source>
        <translation>Только задачи</translation>
    </message>
    <message>
        <source>Only contractors</source>
        <translation>Только контрагенты</translation>
    </message>
    <message>
        <source>Only workers</source>
        <translation>Только исполнители</translation>
    </message>
    <message>
        <source>Only fields</source>
        <translation>Только поля</translation>
    </message>
    <message>
        <source>Only equipment</source>
        <translation>Только оборудование</translation>
    </message>
    <message>
        <source>Only templates</source>
        <translation>Только шаблоны</translation>
    </message>
    <message>
        <source>Only phones</source>
        <translation>Только телефоны</translation>
    </message>
    <message>
        <source>Only commands</source>
        <translation>Только команды</translation>
    </message>
</context>
<context>
    <name>naryad::ui::StartProblem</name>
    <message>
        <source>This account is already open in another program. Close it there, then try again.</source>
        <translation>Эта учётная запись уже открыта в другой программе. Закройте её там и попробуйте снова.</translation>
    </message>
    <message>
        <source>Naryad can&apos;t write to its folder. Nothing you type could be kept, so it does not start.</source>
        <translation>Программа не может писать в свою папку. Введённое не сохранилось бы, поэтому она не запускается.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing you type could be kept, so Naryad does not start.</source>
        <translation>Диск переполнен. Введённое не сохранилось бы, поэтому программа не запускается.</translation>
    </message>
    <message>
        <source>Naryad can&apos;t start</source>
        <translation>Наряд не может запуститься</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Попробовать снова</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
</context>
<context>
    <name>naryad::ui::StatusLine</name>
    <message>
        <source>Last brought up to date: %1</source>
        <translation>Данные обновлены: %1</translation>
    </message>
    <message>
        <source>Not brought up to date in this account yet</source>
        <translation>Данные этой учётной записи ещё не загружались</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) on this computer</source>
        <translation>
            <numerusform>%n задача на этом компьютере</numerusform>
            <numerusform>%n задачи на этом компьютере</numerusform>
            <numerusform>%n задач на этом компьютере</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without details yet</source>
        <translation>
            <numerusform>%n из них пока без подробностей</numerusform>
            <numerusform>%n из них пока без подробностей</numerusform>
            <numerusform>%n из них пока без подробностей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not sent yet</source>
        <translation>
            <numerusform>%n команда ещё не отправлена</numerusform>
            <numerusform>%n команды ещё не отправлены</numerusform>
            <numerusform>%n команд ещё не отправлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) without an answer: see the Outbox</source>
        <translation>
            <numerusform>%n команда без ответа: смотрите «Исходящие»</numerusform>
            <numerusform>%n команды без ответа: смотрите «Исходящие»</numerusform>
            <numerusform>%n команд без ответа: смотрите «Исходящие»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) refused: see the Outbox</source>
        <translation>
            <numerusform>%n команде отказано: смотрите «Исходящие»</numerusform>
            <numerusform>%n командам отказано: смотрите «Исходящие»</numerusform>
            <numerusform>%n командам отказано: смотрите «Исходящие»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) since the start</source>
        <translation>
            <numerusform>%n запрос с запуска</numerusform>
            <numerusform>%n запроса с запуска</numerusform>
            <numerusform>%n запросов с запуска</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) sent since the start</source>
        <translation>
            <numerusform>%n команда отправлена с запуска</numerusform>
            <numerusform>%n команды отправлены с запуска</numerusform>
            <numerusform>%n команд отправлено с запуска</numerusform>
        </translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Последняя ошибка: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Sync status</source>
        <translation>Состояние синхронизации</translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation>Ход синхронизации</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>ДЕМО</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Синхронизация</translation>
    </message>
    <message>
        <source>Synchronisation details</source>
        <translation>Подробности синхронизации</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of the service&apos;s whole list compared</source>
        <translation>
            <numerusform>С полным списком сервиса сверена %n задача</numerusform>
            <numerusform>С полным списком сервиса сверено %n задачи</numerusform>
            <numerusform>С полным списком сервиса сверено %n задач</numerusform>
        </translation>
    </message>
    <message>
        <source>Details and lists are paused</source>
        <translation>Подробности и списки приостановлены</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) for lists in the background</source>
        <translation>
            <numerusform>%n запрос за списками в фоне</numerusform>
            <numerusform>%n запроса за списками в фоне</numerusform>
            <numerusform>%n запросов за списками в фоне</numerusform>
        </translation>
    </message>
    <message>
        <source>Details %1 of %2, paused</source>
        <translation>Подробности: %1 из %2, приостановлено</translation>
    </message>
    <message>
        <source>Details %1 of %2, newest first</source>
        <translation>Подробности: %1 из %2, сначала новые</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>примерно %n мин</numerusform>
            <numerusform>примерно %n мин</numerusform>
            <numerusform>примерно %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <translation>
            <numerusform>примерно %n ч</numerusform>
            <numerusform>примерно %n ч</numerusform>
            <numerusform>примерно %n ч</numerusform>
        </translation>
    </message>
    <message>
        <source>Details %1 of %2, newest first, %3</source>
        <extracomment>%3 is the time left: &quot;about 40 min&quot;</extracomment>
        <translation>Подробности: %1 из %2, сначала новые, %3</translation>
    </message>
    <message>
        <source>Resume synchronisation</source>
        <translation>Продолжить синхронизацию</translation>
    </message>
    <message>
        <source>Pause synchronisation</source>
        <translation>Приостановить синхронизацию</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) with others&apos; changes: see the Outbox</source>
        <translation>
            <numerusform>%n конфликт с чужими изменениями: смотрите «Исходящие»</numerusform>
            <numerusform>%n конфликта с чужими изменениями: смотрите «Исходящие»</numerusform>
            <numerusform>%n конфликтов с чужими изменениями: смотрите «Исходящие»</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskBatchActions</name>
    <message>
        <source>&amp;Send drafts…</source>
        <translation>&amp;Отправить черновики…</translation>
    </message>
    <message>
        <source>&amp;Close…</source>
        <translation>&amp;Закрыть…</translation>
    </message>
    <message>
        <source>Co&amp;mment…</source>
        <translation>Ко&amp;мментировать…</translation>
    </message>
    <message>
        <source>&amp;Add field…</source>
        <translation>&amp;Добавить поле…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>D&amp;uplicate as draft</source>
        <translation>Дублировать как &amp;черновик</translation>
    </message>
    <message>
        <source>&amp;Print work order…</source>
        <translation>&amp;Печать наряда…</translation>
    </message>
    <message>
        <source>Save work order as PD&amp;F…</source>
        <translation>&amp;Сохранить наряд как PDF…</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>&amp;Копировать как</translation>
    </message>
    <message>
        <source>&amp;Text, a line for each</source>
        <translation>&amp;Текст, по строке на задачу</translation>
    </message>
    <message>
        <source>Ta&amp;ble (TSV and HTML)</source>
        <translation>Та&amp;блица (TSV и HTML)</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Разметка Markdown</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;Данные JSON</translation>
    </message>
    <message>
        <source>&amp;Phone list of the clients</source>
        <translation>&amp;Список телефонов контрагентов</translation>
    </message>
    <message>
        <source>At most %1 work orders can be printed at once.</source>
        <translation>За один раз можно напечатать не больше %1 нарядов.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as text</source>
        <translation>
            <numerusform>Скопирована %n строка как текст</numerusform>
            <numerusform>Скопированы %n строки как текст</numerusform>
            <numerusform>Скопировано %n строк как текст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as a table</source>
        <translation>
            <numerusform>Скопирована %n строка как таблица</numerusform>
            <numerusform>Скопированы %n строки как таблица</numerusform>
            <numerusform>Скопировано %n строк как таблица</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as Markdown</source>
        <translation>
            <numerusform>Скопирована %n строка как Markdown</numerusform>
            <numerusform>Скопированы %n строки как Markdown</numerusform>
            <numerusform>Скопировано %n строк как Markdown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as JSON</source>
        <translation>
            <numerusform>Скопирована %n строка как JSON</numerusform>
            <numerusform>Скопированы %n строки как JSON</numerusform>
            <numerusform>Скопировано %n строк как JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the phone list of %n row(s)</source>
        <translation>
            <numerusform>Скопирован список телефонов из %n строки</numerusform>
            <numerusform>Скопирован список телефонов из %n строк</numerusform>
            <numerusform>Скопирован список телефонов из %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskBatchPanel</name>
    <message>
        <source>Chosen tasks</source>
        <translation>Выбранные задачи</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks chosen</source>
        <translation>
            <numerusform>Выбрана %n задача</numerusform>
            <numerusform>Выбраны %n задачи</numerusform>
            <numerusform>Выбрано %n задач</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskColumns</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Колонки</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Колонки как вначале</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskDetailsPanel</name>
    <message>
        <source>Task details</source>
        <translation>Подробности задачи</translation>
    </message>
    <message>
        <source>Choose a task to see all that is known of it.</source>
        <translation>Выберите задачу, чтобы увидеть всё, что о ней известно.</translation>
    </message>
    <message>
        <source>Mend what was refused</source>
        <translation>Исправить отклонённое</translation>
    </message>
    <message>
        <source>Opens what the service refused again as you typed it</source>
        <translation>Снова открывает то, что сервис отклонил, как вы это ввели</translation>
    </message>
    <message>
        <source>Raw answer</source>
        <translation>Ответ как есть</translation>
    </message>
    <message>
        <source>Shows what the service said of this task, as it came (%1)</source>
        <translation>Показывает ответ сервиса об этой задаче, как он пришёл (%1)</translation>
    </message>
    <message>
        <source>Show t&amp;he service&apos;s answer</source>
        <translation>П&amp;оказать ответ сервиса</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskDialog</name>
    <message>
        <source>Task without a number yet</source>
        <translation>Задача пока без номера</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskEditor</name>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Save &amp;draft</source>
        <translation>Сохранить &amp;черновик</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Отправить</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
    <message>
        <source>This task is %1: the service lets only drafts be changed. It can still be commented and closed.</source>
        <translation>Состояние задачи: %1. Сервис позволяет менять только черновики. Её можно комментировать и закрыть.</translation>
    </message>
    <message>
        <source>Start &amp;over</source>
        <translation>Начать &amp;заново</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Puts what was taken out into the form again</source>
        <translation>Возвращает убранное обратно в форму</translation>
    </message>
    <message>
        <source>Takes out what was typed; it can be brought back until this window closes</source>
        <translation>Убирает введённое; пока окно открыто, его можно вернуть</translation>
    </message>
    <message>
        <source>This task waits to be sent, as the Outbox shows: what is said can&apos;t be changed here. It can still be commented.</source>
        <translation>Эта задача ждёт отправки, её видно в исходящих: сказанное здесь уже не изменить. Её можно комментировать.</translation>
    </message>
    <message>
        <source>&amp;Send without naming the worker</source>
        <translation>&amp;Отправить, не называя исполнителя</translation>
    </message>
    <message>
        <source>The service did not tell who the worker of this draft is. Choose one here, or press “%1”: the worker the service has then stays, and if it has none it refuses.</source>
        <translation>Сервис не сообщил, кто исполнитель этого черновика. Выберите его здесь или нажмите «%1»: тогда останется тот, кто есть у сервиса, а если никого нет, сервис откажет.</translation>
    </message>
    <message>
        <source>Send and new</source>
        <translation>Отправить и новая</translation>
    </message>
    <message>
        <source>This task is closed: the service lets only drafts be changed. It can still be commented.</source>
        <translation>Эта задача закрыта: сервис позволяет менять только черновики. Комментировать её можно.</translation>
    </message>
    <message>
        <source>&amp;Close task</source>
        <translation>&amp;Закрыть задачу</translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation>Ко&amp;мментарий</translation>
    </message>
    <message>
        <source>&amp;Add field</source>
        <translation>&amp;Добавить поле</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskForm</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>by the service</source>
        <translation>присвоит сервис</translation>
    </message>
    <message>
        <source>Check the &amp;result</source>
        <translation>Проверить &amp;результат</translation>
    </message>
    <message>
        <source>Check the result</source>
        <translation>Проверить результат</translation>
    </message>
    <message>
        <source>%1: several are called “%2”. Choose one of the list.</source>
        <translation>%1: «%2» — таких несколько. Выберите одного из списка.</translation>
    </message>
    <message>
        <source>%1: there is no “%2”. Choose one of the list.</source>
        <translation>%1: нет такого: «%2». Выберите из списка.</translation>
    </message>
    <message>
        <source>Choose a template: the service makes no task without one.</source>
        <translation>Выберите шаблон: без него сервис не создаёт задачу.</translation>
    </message>
    <message>
        <source>Choose a worker to send the task to, or save it as a draft.</source>
        <translation>Выберите исполнителя или сохраните как черновик.</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>Н&amp;омер</translation>
    </message>
    <message>
        <source>Required and still empty: %1</source>
        <translation>Обязательно, но ещё не заполнено: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskReasons</name>
    <message>
        <source>The service has no command that deletes a task.</source>
        <translation>В сервисе нет команды, удаляющей задачу.</translation>
    </message>
    <message>
        <source>Choose a task first.</source>
        <translation>Сначала выберите задачу.</translation>
    </message>
    <message>
        <source>A draft can&apos;t be closed: send it first.</source>
        <translation>Черновик нельзя закрыть: сначала отправьте.</translation>
    </message>
    <message>
        <source>The service has this task no more: nothing can be said of it.</source>
        <translation>В сервисе этой задачи больше нет: сделать с ней ничего нельзя.</translation>
    </message>
    <message>
        <source>It waits to be sent, as the Outbox shows: what is said can&apos;t be changed here.</source>
        <translation>Задача ждёт отправки, её видно в исходящих: сказанное здесь уже не изменить.</translation>
    </message>
    <message>
        <source>It is closed already.</source>
        <translation>Задача уже закрыта.</translation>
    </message>
    <message>
        <source>It is %1: the service lets only drafts be changed.</source>
        <translation>Состояние: %1. Сервис позволяет менять только черновики.</translation>
    </message>
    <message>
        <source>One task at a time can be changed.</source>
        <translation>Изменять можно только по одной задаче.</translation>
    </message>
    <message>
        <source>Fields are removed from one task at a time.</source>
        <translation>Убирать поля можно только из одной задачи за раз.</translation>
    </message>
    <message>
        <source>changed and sent (Enter)</source>
        <translation>изменить и отправить (Enter)</translation>
    </message>
    <message>
        <source>commented (Ctrl+Shift+M)</source>
        <translation>комментировать (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>closed (Ctrl+E)</source>
        <translation>закрыть (Ctrl+E)</translation>
    </message>
    <message>
        <source>given fields and rid of some (Ctrl+Shift+F, Ctrl+Shift+R)</source>
        <translation>добавить и убрать поля (Ctrl+Shift+F, Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>It can be %1.</source>
        <translation>Можно: %1.</translation>
    </message>
    <message>
        <source>It can&apos;t be changed. %1</source>
        <translation>Изменить нельзя. %1</translation>
    </message>
    <message>
        <source>It can&apos;t be closed. %1</source>
        <translation>Закрыть нельзя. %1</translation>
    </message>
    <message>
        <source>It can&apos;t be deleted. %1</source>
        <translation>Удалить нельзя. %1</translation>
    </message>
    <message>
        <source>Its state is not known, and the service lets only drafts be changed.</source>
        <translation>Состояние неизвестно, а сервис позволяет менять только черновики.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskStart</name>
    <message>
        <source>Follow-up of an earlier task</source>
        <translation>Продолжение прежней задачи</translation>
    </message>
    <message>
        <source>Follow-up of task %1</source>
        <translation>Продолжение задачи %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskText</name>
    <message>
        <source>… %1 more characters are not shown</source>
        <translation>… ещё знаков не показано: %1</translation>
    </message>
    <message>
        <source>held, not sent yet</source>
        <translation>задержан, ещё не отправлен</translation>
    </message>
    <message>
        <source>waiting, not sent yet</source>
        <translation>ждёт, ещё не отправлен</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>a comment</comment>
        <translation>отправлен</translation>
    </message>
    <message>
        <source>unsure if sent</source>
        <translation>неясно, ушёл ли</translation>
    </message>
    <message>
        <source>refused, not sent</source>
        <translation>отказ, не отправлен</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Task without a number yet</source>
        <translation>Задача пока без номера</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Состояние: %1</translation>
    </message>
    <message>
        <source>The details are not loaded yet.</source>
        <translation>Подробности ещё не загружены.</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Шаблон: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>План: %1</translation>
    </message>
    <message>
        <source>Worker: %1</source>
        <translation>Исполнитель: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Статус: %1</translation>
    </message>
    <message>
        <source>The result is to be checked.</source>
        <translation>Результат нужно проверить.</translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation>Контрагент: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Адрес: %1</translation>
    </message>
    <message>
        <source>Address notes: %1</source>
        <translation>Примечание к адресу: %1</translation>
    </message>
    <message>
        <source>Coordinates: %1, %2</source>
        <translation>Координаты: %1, %2</translation>
    </message>
    <message>
        <source>%1 (to be added: %2)</source>
        <translation>%1 (будет добавлено: %2)</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (обязательно)</translation>
    </message>
    <message>
        <source>%1 (to be removed: %2)</source>
        <translation>%1 (будет убрано: %2)</translation>
    </message>
    <message>
        <source>⚠ %1 (%2)</source>
        <translation>⚠ %1 (%2)</translation>
    </message>
    <message>
        <source>Comments sent from this computer</source>
        <translation>Комментарии с этого компьютера</translation>
    </message>
    <message>
        <source>Said from this computer</source>
        <translation>Сказано с этого компьютера</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Что можно сделать</translation>
    </message>
    <message>
        <source>The service&apos;s answer: %1 bytes — %2 hides it</source>
        <translation>Ответ сервиса: %1 байт — %2 скроет его</translation>
    </message>
    <message>
        <source>The service&apos;s answer: %1 bytes — %2 shows it</source>
        <translation>Ответ сервиса: %1 байт — %2 покажет его</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Создана: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskViews</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n задача</numerusform>
            <numerusform>%n задачи</numerusform>
            <numerusform>%n задач</numerusform>
        </translation>
    </message>
    <message>
        <source>Vie&amp;ws</source>
        <translation>П&amp;редставления</translation>
    </message>
    <message>
        <source>Your own views were kept by a newer program; they are left as they are.</source>
        <translation>Ваши представления сохранила более новая программа; они оставлены как есть.</translation>
    </message>
    <message>
        <source>Your own views could not be read: %1</source>
        <translation>Ваши представления не удалось прочитать: %1</translation>
    </message>
    <message>
        <source>Your views could not be kept: %1</source>
        <translation>Ваши представления не удалось сохранить: %1</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Представления</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Все задачи</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Здесь</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>What was said on this computer and is not done yet</source>
        <translation>Сказано на этом компьютере и ещё не выполнено</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not done yet</source>
        <translation>
            <numerusform>%n команда ещё не выполнена</numerusform>
            <numerusform>%n команды ещё не выполнены</numerusform>
            <numerusform>%n команд ещё не выполнено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your decision</source>
        <translation>
            <numerusform>%n ждёт вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
            <numerusform>%n ждут вашего решения</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>&amp;Сохранить это представление…</translation>
    </message>
    <message>
        <source>&amp;Rename the view…</source>
        <translation>Пере&amp;именовать представление…</translation>
    </message>
    <message>
        <source>&amp;Delete the view…</source>
        <translation>&amp;Удалить представление…</translation>
    </message>
    <message>
        <source>Move the view &amp;up</source>
        <translation>Переместить &amp;выше</translation>
    </message>
    <message>
        <source>&amp;Move the view down</source>
        <translation>Переместить &amp;ниже</translation>
    </message>
    <message>
        <source>&amp;Export the views…</source>
        <translation>&amp;Экспорт представлений…</translation>
    </message>
    <message>
        <source>&amp;Import views…</source>
        <translation>И&amp;мпорт представлений…</translation>
    </message>
    <message>
        <source>Sho&amp;w the pane</source>
        <translation>&amp;Показывать панель</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Сохранить это представление</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Название</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>A view of this name is there: this one takes its place.</source>
        <translation>Представление с таким названием есть: это займёт его место.</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименовать представление</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Переименовать</translation>
    </message>
    <message>
        <source>A view of this name is there already.</source>
        <translation>Представление с таким названием уже есть.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Удалить представление</translation>
    </message>
    <message>
        <source>Delete the view “%1”? The tasks it shows stay as they are.</source>
        <translation>Удалить представление «%1»? Задачи, которые оно показывает, останутся как есть.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Export the views</source>
        <translation>Экспорт представлений</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Импорт представлений</translation>
    </message>
    <message>
        <source>Views (*.json)</source>
        <translation>Представления (*.json)</translation>
    </message>
    <message>
        <source>The views are in %1.</source>
        <translation>Представления записаны в %1.</translation>
    </message>
    <message>
        <source>The views could not be written into %1.</source>
        <translation>Представления не удалось записать в %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) taken in.</source>
        <translation>
            <numerusform>Взято %n представление.</numerusform>
            <numerusform>Взято %n представления.</numerusform>
            <numerusform>Взято %n представлений.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no file of views, or can&apos;t be read.</source>
        <translation>%1 — не файл представлений, или его нельзя прочитать.</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Не закончено</translation>
    </message>
    <message>
        <source>What was typed on this computer and not said yet; Enter opens it</source>
        <translation>Введено на этом компьютере и ещё не отправлено; Enter открывает</translation>
    </message>
    <message numerus="yes">
        <source>%n typed and not said</source>
        <translation>
            <numerusform>%n введено и не отправлено</numerusform>
            <numerusform>%n введено и не отправлено</numerusform>
            <numerusform>%n введено и не отправлено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>naryad::ui::TaskWindows</name>
    <message>
        <source>What was typed could not be kept on this computer. %1</source>
        <translation>Введённое не удалось сохранить на этом компьютере. %1</translation>
    </message>
    <message>
        <source>a new task</source>
        <translation>новая задача</translation>
    </message>
    <message>
        <source>changes of a task</source>
        <translation>изменения задачи</translation>
    </message>
    <message>
        <source>changes of task %1</source>
        <translation>изменения задачи %1</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>a comment on task %1</source>
        <translation>комментарий к задаче %1</translation>
    </message>
    <message>
        <source>the closing of a task</source>
        <translation>закрытие задачи</translation>
    </message>
    <message>
        <source>the closing of task %1</source>
        <translation>закрытие задачи %1</translation>
    </message>
    <message>
        <source>Typed earlier and kept on this computer, not said yet: %1</source>
        <translation>Введено раньше и сохранено на этом компьютере, ещё не отправлено: %1</translation>
    </message>
    <message>
        <source>a field for a task</source>
        <translation>поле для задачи</translation>
    </message>
    <message>
        <source>a field for task %1</source>
        <translation>поле для задачи %1</translation>
    </message>
    <message>
        <source>fields to remove from a task</source>
        <translation>удаление полей задачи</translation>
    </message>
    <message>
        <source>fields to remove from task %1</source>
        <translation>удаление полей задачи %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TasksScreen</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter: number, contractor, worker, address, any value (Ctrl+F)</source>
        <translation>Фильтр: номер, контрагент, исполнитель, адрес, любое значение (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Close task</source>
        <translation>&amp;Закрыть задачу</translation>
    </message>
    <message>
        <source>Co&amp;mment</source>
        <translation>Ко&amp;мментарий</translation>
    </message>
    <message>
        <source>&amp;New task</source>
        <translation>&amp;Новая задача</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>О&amp;бновить</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>&amp;Подробности</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>&amp;Фильтр</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>The company has no tasks yet. Ctrl+N makes one.</source>
        <translation>В компании ещё нет задач. Ctrl+N создаёт задачу.</translation>
    </message>
    <message>
        <source>The tasks have not been loaded yet.</source>
        <translation>Задачи ещё не загружены.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>Close task</source>
        <translation>Закрыть задачу</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Новая задача</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>%1+ of %2</source>
        <translation>%1+ из %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Nothing matches %1.</source>
        <translation>Ничего не найдено: %1.</translation>
    </message>
    <message>
        <source>&amp;Add field</source>
        <translation>&amp;Добавить поле</translation>
    </message>
    <message>
        <source>&amp;Remove fields</source>
        <translation>&amp;Убрать поля</translation>
    </message>
    <message>
        <source>&amp;Delete task</source>
        <translation>Уда&amp;лить задачу</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TemplateEditor</name>
    <message>
        <source>Template &amp;name</source>
        <translation>&amp;Название шаблона</translation>
    </message>
    <message>
        <source>Colou&amp;r</source>
        <translation>&amp;Цвет</translation>
    </message>
    <message>
        <source>Visit da&amp;y</source>
        <translation>&amp;День назначения</translation>
    </message>
    <message>
        <source>Visit d&amp;uration</source>
        <translation>Д&amp;лительность визита</translation>
    </message>
    <message>
        <source>Choose colour</source>
        <translation>Выбрать цвет</translation>
    </message>
    <message>
        <source>h:mm</source>
        <translation>ч:мм</translation>
    </message>
    <message>
        <source>Visit day</source>
        <translation>День назначения</translation>
    </message>
    <message>
        <source>No command of the service lists its visit days: a number not shown here can be typed</source>
        <translation>Сервис не выдаёт список дней назначения: номер, которого здесь нет, можно ввести</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>Ду&amp;блировать</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>С&amp;равнить…</translation>
    </message>
    <message>
        <source>Previe&amp;w…</source>
        <translation>&amp;Предпросмотр…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Colour of the template</source>
        <translation>Цвет шаблона</translation>
    </message>
    <message>
        <source>A new field is made first: “%1” (%2)</source>
        <translation>Сначала создаётся новое поле: «%1» (%2)</translation>
    </message>
    <message>
        <source>A template needs a name</source>
        <translation>У шаблона должно быть название</translation>
    </message>
    <message>
        <source>A colour is written as #rrggbb, e.g. #3377bb</source>
        <translation>Цвет пишется как #rrggbb, например #3377bb</translation>
    </message>
    <message>
        <source>A duration is written as hours and minutes, e.g. 2:30</source>
        <translation>Длительность пишется часами и минутами, например 2:30</translation>
    </message>
    <message>
        <source>This visit day is not known here: type its number</source>
        <translation>Этот день назначения здесь неизвестен: введите его номер</translation>
    </message>
    <message>
        <source>The service has no way to take a colour away: choose another</source>
        <translation>Убрать цвет сервис не умеет: выберите другой</translation>
    </message>
    <message>
        <source>The service has no way to take the visit day away: choose another</source>
        <translation>Убрать день назначения сервис не умеет: выберите другой</translation>
    </message>
    <message>
        <source>The service has no way to take the duration away: type another, or 0:00</source>
        <translation>Убрать длительность сервис не умеет: введите другую или 0:00</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TemplateFields</name>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>checkbox</source>
        <translation>галочка</translation>
    </message>
    <message>
        <source>list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>подпись</translation>
    </message>
    <message>
        <source>another kind</source>
        <translation>другой тип</translation>
    </message>
    <message>
        <source>%1 (%2, required)</source>
        <translation>%1 (%2, обязательно)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Choose a template to see its fields.</source>
        <translation>Выберите шаблон, чтобы увидеть его поля.</translation>
    </message>
    <message>
        <source>Details, for the worker</source>
        <translation>Основное, для исполнителя</translation>
    </message>
    <message>
        <source>Report, filled in by the worker</source>
        <translation>Отчёт, заполняет исполнитель</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Шаблон</translation>
    </message>
    <message>
        <source>The fields of this template are not loaded yet. They appear by themselves.</source>
        <translation>Поля этого шаблона ещё не загружены. Они появятся сами.</translation>
    </message>
    <message>
        <source>This template has no fields of its own.</source>
        <translation>У этого шаблона нет своих полей.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TemplateRows</name>
    <message>
        <source>Details fields</source>
        <translation>Поля данных</translation>
    </message>
    <message>
        <source>Report fields</source>
        <translation>Поля отчёта</translation>
    </message>
    <message>
        <source>Det&amp;ails fields</source>
        <translation>Пол&amp;я данных</translation>
    </message>
    <message>
        <source>Rep&amp;ort fields</source>
        <translation>Поля &amp;отчёта</translation>
    </message>
    <message>
        <source>Add to details</source>
        <translation>Добавить в данные</translation>
    </message>
    <message>
        <source>Add to report</source>
        <translation>Добавить в отчёт</translation>
    </message>
    <message>
        <source>Field for the details</source>
        <translation>Поле для данных</translation>
    </message>
    <message>
        <source>Field for the report</source>
        <translation>Поле для отчёта</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TemplatesScreen</name>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>“%1” is being read…</source>
        <translation>«%1» загружается…</translation>
    </message>
    <message>
        <source>“%1” has not been read yet</source>
        <translation>«%1» ещё не загружено</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>It goes after a short hold, and can be taken back until then (Ctrl+Z). On the service there is no way back.</source>
        <translation>Уйдёт после короткой задержки, до этого можно вернуть (Ctrl+Z). В сервисе вернуть уже нельзя.</translation>
    </message>
    <message>
        <source>No template that is known here uses it.</source>
        <translation>Ни один известный здесь шаблон его не использует.</translation>
    </message>
    <message>
        <source>It is used in: %1.</source>
        <translation>Используется в: %1.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete the template “%1”?</source>
        <translation>Удалить шаблон «%1»?</translation>
    </message>
    <message>
        <source>Delete the field “%1”?</source>
        <translation>Удалить поле «%1»?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Its deletion is held for a moment: Ctrl+Z takes it back.</source>
        <translation>Удаление ненадолго задержано: Ctrl+Z его вернёт.</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>Импорт шаблона</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Файл не читается: %1</translation>
    </message>
    <message>
        <source>This is no file of a template (%1)</source>
        <translation>Это не файл шаблона (%1)</translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation>Экспорт шаблона</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Файл не записывается: %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Записано в %1</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Найти шаблон</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новый шаблон</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>И&amp;мпорт…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Найти поле</translation>
    </message>
    <message>
        <source>New fiel&amp;d</source>
        <translation>Новое пол&amp;е</translation>
    </message>
    <message>
        <source>Save the template or field</source>
        <translation>Сохранить шаблон или поле</translation>
    </message>
    <message>
        <source>Add a field to the template</source>
        <translation>Добавить поле в шаблон</translation>
    </message>
    <message>
        <source>Duplicate the template</source>
        <translation>Дублировать шаблон</translation>
    </message>
</context>
<context>
    <name>naryad::ui::TimeField</name>
    <message>
        <source>24.11 15:00, 15, 15-17, tomorrow 9, now</source>
        <translation>24.11 15:00, 15, 15-17, завтра 9, сейчас</translation>
    </message>
    <message>
        <source>24.11 17:00, 17, +2h</source>
        <translation>24.11 17:00, 17, +2ч</translation>
    </message>
    <message>
        <source>%1: add the hour to the day: %2 9:00</source>
        <translation>%1: добавьте к дню час: %2 9:00</translation>
    </message>
    <message>
        <source>%1: this is not a time: %2</source>
        <translation>%1: это не время: %2</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ValueRows</name>
    <message>
        <source>Field %1</source>
        <translation>Поле %1</translation>
    </message>
    <message>
        <source>The field&apos;s number, or its name where it is known here</source>
        <translation>Номер поля или его название, если оно здесь известно</translation>
    </message>
    <message>
        <source>Kind of value %1</source>
        <translation>Вид значения %1</translation>
    </message>
    <message>
        <source>No command tells the type of the field: what is typed is sent so</source>
        <translation>Тип поля сервис не называет: введённое отправляется как есть</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Да или нет</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>Shown as it came, and kept as it is</source>
        <translation>Показано, как пришло, и остаётся как есть</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
    <message>
        <source>#%1 (no name yet)</source>
        <translation>#%1 (пока без названия)</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>Значение %1</translation>
    </message>
    <message>
        <source>Enter the number of the field, or choose one of the list.</source>
        <translation>Введите номер поля или выберите из списка.</translation>
    </message>
    <message>
        <source>This is no number: %1</source>
        <translation>Это не число: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::ViewsPane</name>
    <message>
        <source>Views</source>
        <translation>Представления</translation>
    </message>
</context>
<context>
    <name>naryad::ui::WayBack</name>
    <message>
        <source>&amp;Back</source>
        <translation>Н&amp;азад</translation>
    </message>
    <message>
        <source>Forw&amp;ard</source>
        <translation>&amp;Вперёд</translation>
    </message>
</context>
<context>
    <name>naryad::ui::WhyNot</name>
    <message>
        <source>the service has it no more</source>
        <translation>в сервисе её больше нет</translation>
    </message>
    <message>
        <source>a draft can&apos;t be closed: send it first</source>
        <translation>черновик нельзя закрыть: сначала отправьте</translation>
    </message>
    <message>
        <source>it is closed already</source>
        <translation>она уже закрыта</translation>
    </message>
    <message>
        <source>something said of it waits for you in the Outbox</source>
        <translation>что-то по ней ждёт вашего решения в исходящих</translation>
    </message>
    <message>
        <source>its template is not known</source>
        <translation>её шаблон неизвестен</translation>
    </message>
    <message>
        <source>it has no worker</source>
        <translation>у неё нет исполнителя</translation>
    </message>
    <message>
        <source>its worker is not known here</source>
        <translation>её исполнитель здесь неизвестен</translation>
    </message>
    <message>
        <source>no draft; its state: %1</source>
        <translation>не черновик; состояние: %1</translation>
    </message>
</context>
<context>
    <name>naryad::ui::WordsDialog</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>До&amp;бавить</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Номер</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>На&amp;звание</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>сервис</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>введено</translation>
    </message>
    <message>
        <source>Enter the number your account uses for it.</source>
        <translation>Введите номер, под которым это есть в вашей учётной записи.</translation>
    </message>
</context>
<context>
    <name>naryad::ui::WorkOrder</name>
    <message>
        <source>Work order without a number</source>
        <translation>Наряд без номера</translation>
    </message>
    <message>
        <source>Work order № %1</source>
        <translation>Наряд № %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Address notes</source>
        <translation>Примечание к адресу</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (обязательно)</translation>
    </message>
    <message>
        <source>Done and used</source>
        <translation>Выполненные работы и материалы</translation>
    </message>
    <message>
        <source>Worker: ____________________</source>
        <translation>Исполнитель: ____________________</translation>
    </message>
    <message>
        <source>Client: ____________________</source>
        <translation>Клиент: ____________________</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>Напечатано %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Contractor</source>
        <translation>Контрагент</translation>
    </message>
</context>
<context>
    <name>naryad::ui::WorkerField</name>
    <message>
        <source>Worker</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>&amp;Показать всех</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всех</translation>
    </message>
    <message>
        <source>Offers also employees without the mobile role</source>
        <translation>Предлагает и сотрудников без мобильной роли</translation>
    </message>
    <message>
        <source>&amp;Worker</source>
        <translation>&amp;Исполнитель</translation>
    </message>
    <message>
        <source>not known: left as it is</source>
        <translation>не известно: останется как есть</translation>
    </message>
    <message>
        <source>%1 has at that time: %2</source>
        <translation>%1 — на это время уже есть: %2</translation>
    </message>
</context>
</TS>
