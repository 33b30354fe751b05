<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA">
<context>
    <name>caseboard</name>
    <message>
        <source>A case</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Changes are being gathered already.</source>
        <translation>Зміни вже накопичуються.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Справу закрито.</translation>
    </message>
    <message>
        <source>“{name}” is open for reading, so nothing was changed. Save a Copy to go on working.</source>
        <translation>«{name}» відкрито лише для читання, тож нічого не змінено. Щоб працювати далі, збережіть копію.</translation>
    </message>
    <message>
        <source>The copy needs a name of its own; the case itself is saved already.</source>
        <translation>Копії потрібна власна назва; саму справу вже збережено.</translation>
    </message>
    <message>
        <source>A file could not be read: {reason}. Nothing was added.</source>
        <translation>Файл не вдалося прочитати: {reason}. Нічого не додано.</translation>
    </message>
    <message>
        <source>Some parts of the file, which opening it does not look at, are broken.</source>
        <translation>Деякі частини файлу, яких під час відкриття не переглядають, пошкоджено.</translation>
    </message>
    <message>
        <source>“{name}” turned out to be damaged, so it was not copied, and it is open for reading only now. Save a Copy once more keeps what can be read.</source>
        <translation>Справа «{name}» виявилася пошкодженою, тож її не скопійовано, і тепер вона відкрита лише для читання. Якщо зберегти копію ще раз, у ній буде все, що можна прочитати.</translation>
    </message>
    <message>
        <source>The journal lacks entry {first}.</source>
        <translation>У журналі бракує запису {first}.</translation>
    </message>
    <message>
        <source>The journal lacks entries {first} to {last}.</source>
        <translation>У журналі бракує записів від {first} до {last}.</translation>
    </message>
    <message>
        <source>Entry {number} of the journal was changed, or the one before it was: its hash differs.</source>
        <translation>Запис {number} журналу або попередній змінено: хеш не збігається.</translation>
    </message>
    <message>
        <source>Entry {number} of the journal is not in the form in which entries are written.</source>
        <translation>Запис {number} журналу має не ту форму, у якій роблять записи.</translation>
    </message>
    <message>
        <source>The rows noted with entry {seq} are not those it changed.</source>
        <translation>Рядки, зазначені при записі {seq}, – не ті, які він змінив.</translation>
    </message>
    <message>
        <source>What entry {number} notes about {row} does not follow from the one before.</source>
        <translation>Те, що запис {number} зазначає про «{row}», не випливає з попереднього.</translation>
    </message>
    <message>
        <source>What entry {number} notes about {row} is not what its hash says.</source>
        <translation>Те, що запис {number} зазначає про «{row}», не відповідає його хешу.</translation>
    </message>
    <message>
        <source>Entry {number} of the journal is not understood.</source>
        <translation>Запис {number} журналу не розпізнано.</translation>
    </message>
    <message>
        <source>There are rows noted with entry {seq}, which is not there.</source>
        <translation>Є рядки, зазначені при записі {seq}, а самого запису немає.</translation>
    </message>
    <message>
        <source>What entry {number} notes about {row} is not understood.</source>
        <translation>Те, що запис {number} зазначає про «{row}», не розпізнано.</translation>
    </message>
    <message>
        <source>What lies on several boards cannot be arranged, so nothing was moved.</source>
        <translation>Те, що лежить на кількох дошках, не можна розкласти, тож нічого не переміщено.</translation>
    </message>
    <message>
        <source>The board has no room for them, so nothing was moved.</source>
        <translation>На дошці немає для них місця, тож нічого не переміщено.</translation>
    </message>
    <message>
        <source>A board cannot be put on itself, so nothing was placed.</source>
        <translation>Дошку не можна розмістити на ній самій, тож нічого не розміщено.</translation>
    </message>
    <message>
        <source>A board ends {limit} million units from its middle, so nothing was put further out.</source>
        <translation>Дошка закінчується за {limit}&#xa0;млн одиниць від середини, тож далі нічого не розміщено.</translation>
    </message>
    <message>
        <source>A card or frame can be {largest} units wide and high at most, so this size was not taken.</source>
        <translation>Картка чи рамка може мати щонайбільше {largest}&#xa0;одиниць завширшки й заввишки, тож цей розмір не прийнято.</translation>
    </message>
    <message>
        <source>A board needs a title, so the old one was kept.</source>
        <translation>Дошці потрібна назва, тож залишено попередню.</translation>
    </message>
    <message>
        <source>There is no kind “{kind}”. The kinds are: {known}.</source>
        <translation>Виду «{kind}» немає. Є такі види: {known}.</translation>
    </message>
    <message>
        <source>Only a claim has elements.</source>
        <translation>Складові має лише твердження.</translation>
    </message>
    <message numerus="yes">
        <source>The link cannot be “{type}” between what it joins, so nothing was changed.</source>
        <translation>
            <numerusform>{n} зв’язок не може означати «{type}» між тим, що він з’єднує, тож нічого не змінено.</numerusform>
            <numerusform>{n} зв’язки не можуть означати «{type}» між тим, що вони з’єднують, тож нічого не змінено.</numerusform>
            <numerusform>{n} зв’язків не можуть означати «{type}» між тим, що вони з’єднують, тож нічого не змінено.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no link type “{type}”. The types are: {known}.</source>
        <translation>Типу зв’язку «{type}» немає. Є такі типи: {known}.</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>зв’язок</translation>
    </message>
    <message>
        <source>an element of {kind}</source>
        <translation>складова ({kind})</translation>
    </message>
    <message numerus="yes">
        <source>{changed} changed; {n} cannot be “{type}” between what it joins and kept its type.</source>
        <translation>
            <numerusform>Змінено: {changed}; {n} зв’язок не може означати «{type}» між тим, що він з’єднує, і зберіг свій тип.</numerusform>
            <numerusform>Змінено: {changed}; {n} зв’язки не можуть означати «{type}» між тим, що вони з’єднують, і зберегли свій тип.</numerusform>
            <numerusform>Змінено: {changed}; {n} зв’язків не можуть означати «{type}» між тим, що вони з’єднують, і зберегли свій тип.</numerusform>
        </translation>
    </message>
    <message>
        <source>A link joins two different things.</source>
        <translation>Зв’язок з’єднує дві різні речі.</translation>
    </message>
    <message>
        <source>A link cannot end at itself.</source>
        <translation>Зв’язок не може закінчуватися на самому собі.</translation>
    </message>
    <message>
        <source>“{type}” cannot lead from {start} to {end}.</source>
        <translation>Зв’язок «{type}» не може вести так: {start} → {end}.</translation>
    </message>
    <message>
        <source>an {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>a {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>The string has no such bend any more, so its bends were kept as they are.</source>
        <translation>Такого вигину в нитки вже немає, тож її вигини залишено як є.</translation>
    </message>
    <message>
        <source>One end of the link is not in the case.</source>
        <translation>Одного з кінців зв’язку немає у справі.</translation>
    </message>
    <message>
        <source>All of these cards lie in frames, which keep them. Select one frame, or cards in one frame, to tidy what is in it; nothing was moved.</source>
        <translation>Усі ці картки лежать у рамках, які їх утримують. Виберіть одну рамку або картки в одній рамці, щоб упорядкувати її вміст; нічого не переміщено.</translation>
    </message>
    <message>
        <source>What lies on another board was not tidied, so nothing was moved.</source>
        <translation>Те, що лежить на іншій дошці, не впорядковано, тож нічого не переміщено.</translation>
    </message>
    <message numerus="yes">
        <source>{n} of the {all} is locked, so nothing was taken off the board. Unlock first.</source>
        <translation>
            <numerusform>Замкнено {n} з {all}, тож з дошки нічого не прибрано. Спершу відімкніть.</numerusform>
            <numerusform>Замкнено {n} з {all}, тож з дошки нічого не прибрано. Спершу відімкніть.</numerusform>
            <numerusform>Замкнено {n} з {all}, тож з дошки нічого не прибрано. Спершу відімкніть.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are locked, so nothing was taken off the board. Unlock first.</source>
        <translation>Вони замкнені, тож з дошки нічого не прибрано. Спершу відімкніть.</translation>
    </message>
    <message>
        <source>A case needs at least one board, so the last one was kept.</source>
        <translation>Справі потрібна принаймні одна дошка, тож останню залишено.</translation>
    </message>
    <message>
        <source>The card is locked, so nothing was taken off the board. Unlock first.</source>
        <translation>Картка замкнена, тож з дошки нічого не прибрано. Спершу відімкніть.</translation>
    </message>
    <message>
        <source>The frame is locked, so nothing was taken off the board. Unlock first.</source>
        <translation>Рамка замкнена, тож з дошки нічого не прибрано. Спершу відімкніть.</translation>
    </message>
    <message>
        <source>A scale ends after it begins, so it was not set.</source>
        <translation>Шкала має закінчуватися пізніше, ніж починається, тож її не задано.</translation>
    </message>
    <message>
        <source>“{given}” is no date such as 2024-01-31 and no moment in UTC such as 2024-01-31T14:30Z, so the scale was not set.</source>
        <translation>«{given}» – не дата на зразок 2024-01-31 і не момент за UTC на зразок 2024-01-31T14:30Z, тож шкалу не задано.</translation>
    </message>
    <message>
        <source>The item has no card on this board, so nothing was moved.</source>
        <translation>Елемент не має картки на цій дошці, тож нічого не переміщено.</translation>
    </message>
    <message>
        <source>None of these cards has a date, so nothing was moved.</source>
        <translation>Жодна з цих карток не має дати, тож нічого не переміщено.</translation>
    </message>
    <message>
        <source>This board has a view of that name already, so the old one was kept.</source>
        <translation>Ця дошка вже має вигляд із такою назвою, тож залишено попередню.</translation>
    </message>
    <message>
        <source>A view needs a name, so nothing was changed.</source>
        <translation>Вигляду потрібна назва, тож нічого не змінено.</translation>
    </message>
    <message>
        <source>“{name}” of a view is not understood, so it was not saved.</source>
        <translation>«{name}» вигляду не розпізнано, тож його не збережено.</translation>
    </message>
    <message>
        <source>This opening is finished already.</source>
        <translation>Це відкриття вже завершено.</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown in part; it has to be read as a whole.</source>
        <translation>«{name}» не можна показати частково; справу треба прочитати повністю.</translation>
    </message>
    <message>
        <source>There is no {case}, so this is no case source.</source>
        <translation>Немає файлу {case}, тож скласти справу немає з чого.</translation>
    </message>
    <message>
        <source>A source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>An element</source>
        <translation>Складова</translation>
    </message>
    <message>
        <source>A link</source>
        <translation>Зв’язок</translation>
    </message>
    <message>
        <source>it names {key}, which does not come before it.</source>
        <translation>названо {key}, але раніше такого немає.</translation>
    </message>
    <message>
        <source>a key is a word without spaces and points.</source>
        <translation>ключ – це слово без пробілів і крапок.</translation>
    </message>
    <message>
        <source>the key {key} is taken.</source>
        <translation>ключ {key} уже зайнято.</translation>
    </message>
    <message>
        <source>“name” is missing.</source>
        <translation>бракує «name».</translation>
    </message>
    <message>
        <source>there is no kind “{kind}”. The kinds are: {known}.</source>
        <translation>виду «{kind}» немає. Є такі види: {known}.</translation>
    </message>
    <message>
        <source>a {kind} names a board, and boards come after items.</source>
        <translation>вид «{kind}» називає дошку, а дошки йдуть після елементів.</translation>
    </message>
    <message>
        <source>only a claim has elements.</source>
        <translation>складові має лише твердження.</translation>
    </message>
    <message>
        <source>an element needs a role and a text.</source>
        <translation>складовій потрібні роль і текст.</translation>
    </message>
    <message>
        <source>there is a {key} already.</source>
        <translation>{key} уже є.</translation>
    </message>
    <message>
        <source>there is no file “{name}”.</source>
        <translation>файлу «{name}» немає.</translation>
    </message>
    <message>
        <source>there is no link type “{type}”. The types are: {known}.</source>
        <translation>типу зв’язку «{type}» немає. Є такі типи: {known}.</translation>
    </message>
    <message>
        <source>{start} {says} {end}: these cannot be joined.</source>
        <translation>{start} {says} {end}: так з’єднати не можна.</translation>
    </message>
    <message>
        <source>“{key}” is said twice.</source>
        <translation>«{key}» зазначено двічі.</translation>
    </message>
    <message>
        <source>there is no assessment “{sort}”. They are: {known}.</source>
        <translation>оцінки «{sort}» немає. Є такі: {known}.</translation>
    </message>
    <message>
        <source>“{value}” is no word of the scheme “{name}”.</source>
        <translation>«{value}» не належить до слів шкали «{name}».</translation>
    </message>
    <message>
        <source>“cited_opinion” is the key of the source of a verdict.</source>
        <translation>«cited_opinion» – це ключ джерела вердикту.</translation>
    </message>
    <message>
        <source>{sort} is judged of a source, and “{key}” is none.</source>
        <translation>оцінка «{sort}» стосується джерела, а «{key}» – не джерело.</translation>
    </message>
    <message>
        <source>“cards” is no table.</source>
        <translation>«cards» – не таблиця.</translation>
    </message>
    <message>
        <source>there is no link “{key}”.</source>
        <translation>зв’язку «{key}» немає.</translation>
    </message>
    <message>
        <source>“points” is a list of points, [x, y] each.</source>
        <translation>«points» – це список точок, кожна – [x, y].</translation>
    </message>
    <message>
        <source>“{name}” names {key}, which does not come before it.</source>
        <translation>у «{name}» названо {key}, але раніше такого немає.</translation>
    </message>
    <message>
        <source>{sort} is judged of an item, and “{key}” is none.</source>
        <translation>оцінка «{sort}» стосується елемента, а «{key}» – не елемент.</translation>
    </message>
    <message>
        <source>{sort} is judged of a claim, and “{key}” is none.</source>
        <translation>оцінка «{sort}» стосується твердження, а «{key}» – не твердження.</translation>
    </message>
    <message>
        <source>{sort} needs the claim it is judged for.</source>
        <translation>оцінка «{sort}» потребує твердження, для якого її дають.</translation>
    </message>
    <message>
        <source>{sort} is not judged for a claim.</source>
        <translation>оцінку «{sort}» не дають для твердження.</translation>
    </message>
    <message>
        <source>“cards” names {key}, which is no item.</source>
        <translation>у «cards» названо {key}, а це не елемент.</translation>
    </message>
    <message>
        <source>{shown} is not on this board, so the string is not either.</source>
        <translation>{shown} немає на цій дошці, тож немає й нитки.</translation>
    </message>
    <message>
        <source>“{name}” is a case or another SQLite file, so nothing was written over it. Choose another name.</source>
        <translation>«{name}» – це справа або інший файл SQLite, тож поверх нього нічого не записано. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>An export needs the name of a file to be written.</source>
        <translation>Для експорту потрібна назва файлу, який буде записано.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, so nothing was written there. Choose another name.</source>
        <translation>«{name}» – це тека, тож там нічого не записано. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>“{name}” is a link or a device, so nothing was written there. Choose another name.</source>
        <translation>«{name}» – це посилання або пристрій, тож там нічого не записано. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>“{name}” could not be written ({reason}), and what was there before is kept. Choose another folder or make room, and export again.</source>
        <translation>«{name}» не вдалося записати ({reason}), і те, що там було, збережено. Виберіть іншу теку або звільніть місце й експортуйте ще раз.</translation>
    </message>
    <message>
        <source>it is at least {low} and at most {high}</source>
        <translation>значення – щонайменше {low} і щонайбільше {high}</translation>
    </message>
    <message>
        <source>it is at least {low}</source>
        <translation>значення – щонайменше {low}</translation>
    </message>
    <message>
        <source>it is at most {high}</source>
        <translation>значення – щонайбільше {high}</translation>
    </message>
    <message>
        <source>the words are {words}</source>
        <translation>можливі слова: {words}</translation>
    </message>
    <message>
        <source>a text was expected</source>
        <translation>очікувався текст</translation>
    </message>
    <message>
        <source>a list was expected</source>
        <translation>очікувався список</translation>
    </message>
    <message>
        <source>pairs of a name and a value were expected</source>
        <translation>очікувалися пари з назви та значення</translation>
    </message>
    <message>
        <source>the cells of a row by name were expected</source>
        <translation>очікувалися клітинки рядка за назвами</translation>
    </message>
    <message>
        <source>{what} has no field “{name}”. Its fields are: {known}.</source>
        <translation>{what}: поля «{name}» немає. Є такі поля: {known}.</translation>
    </message>
    <message>
        <source>{named} is not understood. {trouble}</source>
        <translation>{named} не розпізнано. {trouble}</translation>
    </message>
    <message>
        <source>{named} cannot be {value}: {trouble}.</source>
        <translation>{named} не може бути {value}: {trouble}.</translation>
    </message>
    <message>
        <source>this field holds no value of its own</source>
        <translation>це поле не має власного значення</translation>
    </message>
    <message>
        <source>a number was expected</source>
        <translation>очікувалося число</translation>
    </message>
    <message>
        <source>yes or no was expected</source>
        <translation>очікувалося «так» або «ні»</translation>
    </message>
    <message>
        <source>A {row}</source>
        <translation>Рядок «{row}»</translation>
    </message>
    <message>
        <source>“{key}” is missing or no text.</source>
        <translation>«{key}» бракує, або це не текст.</translation>
    </message>
    <message>
        <source>“{key}” is no list.</source>
        <translation>«{key}» – не список.</translation>
    </message>
    <message>
        <source>“{key}” is no table.</source>
        <translation>«{key}» – не таблиця.</translation>
    </message>
    <message>
        <source>“{key}” is not known here.</source>
        <translation>«{key}» тут невідоме.</translation>
    </message>
    <message>
        <source>“{key}” is {form}, in board units.</source>
        <translation>«{key}» – це {form}, в одиницях дошки.</translation>
    </message>
    <message>
        <source>{name} is not TOML: {trouble}.</source>
        <translation>{name} – не TOML: {trouble}.</translation>
    </message>
    <message>
        <source>“{key}” is a bare date; write dates in quotation marks.</source>
        <translation>«{key}» – дата без лапок; пишіть дати в лапках.</translation>
    </message>
    <message>
        <source>Entry {seq} is missing from the journal.</source>
        <translation>У журналі бракує запису {seq}.</translation>
    </message>
    <message>
        <source>This step cannot be undone or redone: its entry in the journal is not understood. Nothing was changed.</source>
        <translation>Цей крок не можна скасувати чи повторити: його запис у журналі не розпізнано. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal is not understood.</source>
        <translation>Запис {seq} журналу не розпізнано.</translation>
    </message>
    <message>
        <source>This step cannot be undone: its values were removed from the journal.</source>
        <translation>Цей крок не можна скасувати: значення цього кроку вилучено з журналу.</translation>
    </message>
    <message>
        <source>“{name}” is not a regular file, so it was not taken in.</source>
        <translation>«{name}» – не звичайний файл, тож його не додано.</translation>
    </message>
    <message>
        <source>“{name}” is a folder; drop the files in it instead.</source>
        <translation>«{name}» – це тека; натомість киньте файли з неї.</translation>
    </message>
    <message>
        <source>“{name}” has {size} GiB; a case takes files up to {largest} GiB.</source>
        <translation>«{name}» має {size}&#xa0;ГіБ; справа приймає файли до {largest}&#xa0;ГіБ.</translation>
    </message>
    <message>
        <source>the system refuses it</source>
        <translation>система відмовляє</translation>
    </message>
    <message>
        <source>A match cannot date an image: on the same day of any other year the sun stands almost exactly there.</source>
        <translation>Збіг не датує знімка: того самого дня будь-якого іншого року Сонце стоїть майже точно там само.</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Збігається</translation>
    </message>
    <message>
        <source>Agrees for a pass</source>
        <translation>Збігається для прольоту</translation>
    </message>
    <message>
        <source>Disagrees</source>
        <translation>Не збігається</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Не можна перевірити</translation>
    </message>
    <message>
        <source>Neither the place nor the footprint is stated.</source>
        <translation>Не зазначено ні місця, ні контуру знімка.</translation>
    </message>
    <message>
        <source>The stated sun differs by {azimuth} of azimuth and {elevation} of elevation from the computed one.</source>
        <translation>Зазначене положення Сонця відрізняється від обчисленого на {azimuth} за азимутом і на {elevation} за висотою.</translation>
    </message>
    <message>
        <source>By the shadow that was measured, the sun stands {azimuth} of azimuth and {elevation} of elevation away from where it should.</source>
        <translation>Судячи з виміряної тіні, Сонце на {azimuth} за азимутом і на {elevation} за висотою відхилене від того положення, де мало б бути.</translation>
    </message>
    <message>
        <source>The time has no zone. State it in UTC, as 09:08Z, or with its distance from UTC, as 11:08+02:00.</source>
        <translation>Час не має часового поясу. Зазначте його за UTC, наприклад 09:08Z, або з відхиленням від UTC, наприклад 11:08+02:00.</translation>
    </message>
    <message>
        <source>The place has a name and no coordinates.</source>
        <translation>Місце має назву, але не має координат.</translation>
    </message>
    <message>
        <source>That is more than the exposure itself allows, and no more than the time of a pass or datatake.</source>
        <translation>Це більше, ніж допускає сама експозиція, але не більше, ніж допускає час прольоту чи сеансу знімання.</translation>
    </message>
    <message>
        <source>The stated azimuth of the sun differs by {azimuth} from the computed one; its elevation is not stated.</source>
        <translation>Зазначений азимут Сонця відрізняється від обчисленого на {azimuth}; висоту Сонця не зазначено.</translation>
    </message>
    <message>
        <source>The stated elevation of the sun differs by {elevation} from the computed one; its azimuth is not stated.</source>
        <translation>Зазначена висота Сонця відрізняється від обчисленої на {elevation}; азимут Сонця не зазначено.</translation>
    </message>
    <message>
        <source>The shadow that was measured falls {azimuth} away from where it should.</source>
        <translation>Виміряна тінь падає на {azimuth} убік від належного напрямку.</translation>
    </message>
    <message>
        <source>By the length of the shadow that was measured, the sun stands {elevation} away from where it should.</source>
        <translation>Судячи з довжини виміряної тіні, Сонце на {elevation} відхилене від тієї висоти, де мало б бути.</translation>
    </message>
    <message>
        <source>A day without a time of day cannot be checked: the sun stands elsewhere every hour.</source>
        <translation>День без часу доби не можна перевірити: щогодини Сонце стоїть деінде.</translation>
    </message>
    <message>
        <source>Radar sees by night as by day, so the sun says nothing about this image.</source>
        <translation>Радар бачить уночі так само, як удень, тож Сонце нічого не каже про цей знімок.</translation>
    </message>
    <message>
        <source>It is not stated when the image was acquired.</source>
        <translation>Не зазначено, коли зроблено знімок.</translation>
    </message>
    <message>
        <source>The time leaves too much room: the sun can be checked for a time that is known to half an hour or better.</source>
        <translation>Час надто неточний: перевірити Сонце можна для часу, відомого з точністю до пів години або кращою.</translation>
    </message>
    <message>
        <source>The stated sun fits that time and place, but the picture does not.</source>
        <translation>Зазначене положення Сонця відповідає цьому часу й місцю, а саме зображення – ні.</translation>
    </message>
    <message>
        <source>The shadow that was measured fits the computed sun: the stated angles are what is wrong.</source>
        <translation>Виміряна тінь відповідає обчисленому положенню Сонця: неправильні саме зазначені кути.</translation>
    </message>
    <message>
        <source>The time is not known to the day, so no sun can be computed for it.</source>
        <translation>Час не відомий з точністю до дня, тож положення Сонця для нього не можна обчислити.</translation>
    </message>
    <message>
        <source>Neither azimuth nor elevation of the sun is stated or measured.</source>
        <translation>Ні азимута, ні висоти Сонця не зазначено й не виміряно.</translation>
    </message>
    <message>
        <source>The sun stands at {elevation}, almost overhead, where its azimuth says nothing.</source>
        <translation>Сонце стоїть на висоті {elevation}, майже в зеніті, де його азимут нічого не каже.</translation>
    </message>
    <message>
        <source>The shadow that was measured in the picture fits the sun of that time and place.</source>
        <translation>Тінь, виміряна на знімку, відповідає положенню Сонця в цей час і в цьому місці.</translation>
    </message>
    <message>
        <source>The time of a pass or datatake would allow that; the time basis is not stated.</source>
        <translation>Час прольоту чи сеансу знімання допускав би це; прив’язки часу не зазначено.</translation>
    </message>
    <message>
        <source>The time of a pass or datatake would allow that, but the time basis says otherwise.</source>
        <translation>Час прольоту чи сеансу знімання допускав би це, але прив’язка часу інша.</translation>
    </message>
    <message>
        <source>The sun stands {elevation} below the horizon at that time: a picture by daylight cannot be of then and there.</source>
        <translation>У той час Сонце на {elevation} нижче за горизонт: знімок за денного світла не міг бути зроблений тоді й там.</translation>
    </message>
    <message>
        <source>The zone of the time is inferred and not stated by the source.</source>
        <translation>Часовий пояс виведено, джерело його не зазначає.</translation>
    </message>
    <message>
        <source>The shadow that was measured in the picture fits the computed sun.</source>
        <translation>Тінь, виміряна на знімку, відповідає обчисленому положенню Сонця.</translation>
    </message>
    <message>
        <source>The place is so wide that the azimuth differs by up to {spread} across it; it was computed for its middle.</source>
        <translation>Місце таке широке, що азимут у його межах різниться до {spread}; його обчислено для середини.</translation>
    </message>
    <message>
        <source>The stated sun fits a clock in {zones}.</source>
        <translation>Зазначене положення Сонця відповідає цьому часу в поясі {zones}.</translation>
    </message>
    <message>
        <source>The stated sun fits that time in no zone; by the sun, clocks there show {zone}.</source>
        <translation>Зазначене положення Сонця не відповідає цьому часу в жодному поясі; за Сонцем, годинники там показують {zone}.</translation>
    </message>
    <message>
        <source>The place lies outside the footprint, {distance} from its middle.</source>
        <translation>Місце лежить поза контуром знімка, за {distance} від його середини.</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n}&#xa0;км</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n}&#xa0;м</translation>
    </message>
    <message>
        <source>An incidence of {incidence} does not go with {off_nadir} off-nadir from any orbit that takes such pictures.</source>
        <translation>Кут падіння {incidence} не узгоджується з відхиленням від надиру {off_nadir} для жодної орбіти, з якої роблять такі знімки.</translation>
    </message>
    <message>
        <source>With latitude and longitude exchanged it lies within: they seem to be swapped.</source>
        <translation>Якщо поміняти місцями широту й довготу, воно лежить усередині: схоже, їх переставлено.</translation>
    </message>
    <message>
        <source>With the other sign of the latitude it lies within: north and south are mixed up.</source>
        <translation>З іншим знаком широти воно лежить усередині: переплутано північ і південь.</translation>
    </message>
    <message>
        <source>With the other sign of the longitude it lies within: east and west are mixed up.</source>
        <translation>З іншим знаком довготи воно лежить усередині: переплутано схід і захід.</translation>
    </message>
    <message>
        <source>With the other sign of both coordinates it lies within.</source>
        <translation>З іншим знаком обох координат воно лежить усередині.</translation>
    </message>
    <message>
        <source>The value of “{field}” is not possible, so it was left aside.</source>
        <translation>Значення «{field}» неможливе, тож його не враховано.</translation>
    </message>
    <message>
        <source>An incidence of {incidence} does not go with {off_nadir} off-nadir, but {other} does: the record gives the satellite’s elevation above the horizon, 90° less the incidence.</source>
        <translation>Кут падіння {incidence} не узгоджується з відхиленням від надиру {off_nadir}, а {other} узгоджується: у записі вказано висоту супутника над горизонтом, тобто 90° мінус кут падіння.</translation>
    </message>
    <message>
        <source>The place lies within the footprint.</source>
        <translation>Місце лежить у межах контуру знімка.</translation>
    </message>
    <message>
        <source>A feature</source>
        <translation>Деталь</translation>
    </message>
    <message>
        <source>{feature} ({size}) covers {pixels} pixels at {gsd} m a pixel: too few to tell what it is.</source>
        <translation>{feature} ({size}): {pixels}&#xa0;пікс. за роздільності {gsd}&#xa0;м на піксель – замало, щоб сказати, що це.</translation>
    </message>
    <message>
        <source>{feature} ({size}) covers {pixels} by {across} pixels at {gsd} m a pixel.</source>
        <translation>{feature} ({size}): {pixels} на {across}&#xa0;пікс. за роздільності {gsd}&#xa0;м на піксель.</translation>
    </message>
    <message>
        <source>{feature} ({size}) covers {pixels} pixels at {gsd} m a pixel.</source>
        <translation>{feature} ({size}): {pixels}&#xa0;пікс. за роздільності {gsd}&#xa0;м на піксель.</translation>
    </message>
    <message>
        <source>On that day the azimuth runs from {rise} at {sunrise} UTC, over {noon} when the sun is highest, at {elevation}, to {set} at {sunset} UTC.</source>
        <translation>Того дня азимут змінюється від {rise} о {sunrise} UTC через {noon}, коли Сонце найвище, на {elevation}, до {set} о {sunset} UTC.</translation>
    </message>
    <message>
        <source>On that day the sun does not rise over that place.</source>
        <translation>Того дня Сонце над цим місцем не сходить.</translation>
    </message>
    <message>
        <source>On that day the sun does not set over that place; it is highest at azimuth {azimuth}, {elevation} high.</source>
        <translation>Того дня Сонце над цим місцем не заходить; найвище воно за азимута {azimuth}, на висоті {elevation}.</translation>
    </message>
    <message>
        <source>The stated sun fits that day at about {time} UTC.</source>
        <translation>Зазначене положення Сонця відповідає тому дню приблизно о {time} UTC.</translation>
    </message>
    <message>
        <source>The stated sun fits no time of that day over that place.</source>
        <translation>Зазначене положення Сонця над цим місцем не відповідає жодному часу того дня.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} later: a time in {zone} seems to have been read as UTC.</source>
        <translation>Збігається о {time} UTC, на {span} пізніше: схоже, час за {zone} прочитано як UTC.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}&#xa0;год {minutes}&#xa0;хв</translation>
    </message>
    <message>
        <source>It agrees at about {time} UTC, {span} later.</source>
        <translation>Збігається приблизно о {time} UTC, на {span} пізніше.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} later: the zone of the time seems wrong.</source>
        <translation>Збігається о {time} UTC, на {span} пізніше: схоже, часовий пояс неправильний.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} earlier: the time seems to be {zone}, a clock of that place, read as UTC.</source>
        <translation>Збігається о {time} UTC, на {span} раніше: схоже, це час за {zone}, місцевий для того місця, прочитаний як UTC.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} earlier: a time in {zone} seems to have been read as UTC.</source>
        <translation>Збігається о {time} UTC, на {span} раніше: схоже, час за {zone} прочитано як UTC.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} later: the time seems to be {zone}, a clock of that place, read as UTC.</source>
        <translation>Збігається о {time} UTC, на {span} пізніше: схоже, це час за {zone}, місцевий для того місця, прочитаний як UTC.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;хв</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;год</translation>
    </message>
    <message>
        <source>Within half a day before or after, the sun stands nowhere over that place as stated: the day, the place or the angles are wrong.</source>
        <translation>У межах пів доби до чи після Сонце ніколи не стоїть над цим місцем так, як зазначено: неправильні день, місце або кути.</translation>
    </message>
    <message>
        <source>It agrees at about {time} UTC, {span} earlier.</source>
        <translation>Збігається приблизно о {time} UTC, на {span} раніше.</translation>
    </message>
    <message>
        <source>It agrees if the stated azimuth is that of the shadows, 180° from that of the sun.</source>
        <translation>Збігається, якщо зазначений азимут – це азимут тіней, на 180° інший, ніж азимут Сонця.</translation>
    </message>
    <message>
        <source>It agrees if the stated elevation is the angle from the zenith: the elevation would be {elevation}.</source>
        <translation>Збігається, якщо зазначена висота – це кут від зеніту: тоді висота була б {elevation}.</translation>
    </message>
    <message>
        <source>It agrees if azimuth and elevation are exchanged.</source>
        <translation>Збігається, якщо поміняти місцями азимут і висоту.</translation>
    </message>
    <message>
        <source>It agrees on the other side of the equator: the sign of the latitude seems wrong.</source>
        <translation>Збігається по інший бік екватора: схоже, знак широти неправильний.</translation>
    </message>
    <message>
        <source>It agrees on the other side of Greenwich: the sign of the longitude seems wrong.</source>
        <translation>Збігається по інший бік Гринвіцького меридіана: схоже, знак довготи неправильний.</translation>
    </message>
    <message>
        <source>It agrees with both signs turned: those of latitude and longitude seem wrong.</source>
        <translation>Збігається, якщо змінити обидва знаки: схоже, знаки широти й довготи неправильні.</translation>
    </message>
    <message>
        <source>It agrees at {time} UTC, {span} earlier: the zone of the time seems wrong.</source>
        <translation>Збігається о {time} UTC, на {span} раніше: схоже, часовий пояс неправильний.</translation>
    </message>
    <message>
        <source>It agrees if latitude and longitude are exchanged: they seem to be swapped.</source>
        <translation>Збігається, якщо поміняти місцями широту й довготу: схоже, їх переставлено.</translation>
    </message>
    <message>
        <source>The link led to what is not in the case any more, so it was not brought back.</source>
        <translation>Зв’язок вів до того, чого у справі вже немає, тож його не повернуто.</translation>
    </message>
    <message>
        <source>Beyond reach are copies and exports that were saved elsewhere or handed on, backups by other programs, and what a disk keeps of files that were deleted.</source>
        <translation>Поза досяжністю – копії та експорти, збережені деінде або передані далі, резервні копії інших програм і те, що лишається на диску від видалених файлів.</translation>
    </message>
    <message>
        <source>The file {name}… was expunged already, on {day}.</source>
        <translation>Файл {name}… уже вилучено назавжди {day}.</translation>
    </message>
    <message>
        <source>The file {name}… was expunged already, on {day} by {by}.</source>
        <translation>Файл {name}… уже вилучено назавжди {day} ({by}).</translation>
    </message>
    <message>
        <source>Say why the file is expunged; without a reason nothing was done.</source>
        <translation>Укажіть, чому файл вилучають назавжди; без причини нічого не зроблено.</translation>
    </message>
    <message>
        <source>A reason has {n} characters at most; nothing was done.</source>
        <translation>Причина може мати щонайбільше {n} символів; нічого не зроблено.</translation>
    </message>
    <message>
        <source>No file of this case has the SHA-256 {name}….</source>
        <translation>Жоден файл цієї справи не має SHA-256 {name}….</translation>
    </message>
    <message>
        <source>As it came in: the SHA-256 is the same.</source>
        <translation>Як надійшло: SHA-256 той самий.</translation>
    </message>
    <message>
        <source>Hashed</source>
        <translation>Обчислено хеш</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Перевірено</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Експортовано</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>Замасковано</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Вилучено</translation>
    </message>
    <message>
        <source>Noted by a newer version</source>
        <translation>Зазначено новішою версією</translation>
    </message>
    <message>
        <source>Failed: the bytes are not those that came in.</source>
        <translation>Не пройдено: байти не ті, що надійшли.</translation>
    </message>
    <message>
        <source>Failed: the bytes cannot be read to their end.</source>
        <translation>Не пройдено: байти не вдається прочитати до кінця.</translation>
    </message>
    <message>
        <source>Failed: the bytes are missing.</source>
        <translation>Не пройдено: байтів бракує.</translation>
    </message>
    <message>
        <source>Failed: the bytes are there, though they were expunged.</source>
        <translation>Не пройдено: байти на місці, хоча їх було вилучено назавжди.</translation>
    </message>
    <message>
        <source>As the original file</source>
        <translation>Як оригінал файлу</translation>
    </message>
    <message>
        <source>As the original file, dragged out</source>
        <translation>Як оригінал файлу, перетягнутий назовні</translation>
    </message>
    <message>
        <source>In a copy of the whole case</source>
        <translation>У копії всієї справи</translation>
    </message>
    <message>
        <source>In a way that a newer version knows</source>
        <translation>У спосіб, відомий новішій версії</translation>
    </message>
    <message>
        <source>as of entry {seq}</source>
        <translation>станом на запис {seq}</translation>
    </message>
    <message numerus="yes">
        <source>{n} file failed</source>
        <translation>
            <numerusform>{n} файл не пройшов перевірки</numerusform>
            <numerusform>{n} файли не пройшли перевірки</numerusform>
            <numerusform>{n} файлів не пройшли перевірки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} finding</source>
        <translation>
            <numerusform>{n} невідповідність</numerusform>
            <numerusform>{n} невідповідності</numerusform>
            <numerusform>{n} невідповідностей</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole case, {as_of}: {found}, {failed}</source>
        <translation>Уся справа {as_of}: {found}, {failed}</translation>
    </message>
    <message>
        <source>A redacted copy was made, SHA-256 {sha256}</source>
        <translation>Створено замасковану копію, SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>In a picture ({form}) of a board that is gone</source>
        <translation>У зображенні ({form}) дошки, якої вже немає</translation>
    </message>
    <message>
        <source>The whole case, {as_of}: sound</source>
        <translation>Уся справа {as_of}: неушкоджена</translation>
    </message>
    <message>
        <source>all files</source>
        <translation>усі файли</translation>
    </message>
    <message>
        <source>Its record left the case; its bytes stay in the file until they are expunged.</source>
        <translation>Його запис вилучено зі справи; байти лишаються в її файлі, доки їх не вилучать назавжди.</translation>
    </message>
    <message>
        <source>SHA-256 {sha256}</source>
        <translation>SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Checked: failed</source>
        <translation>Перевірено: не пройдено</translation>
    </message>
    <message>
        <source>Checked: as it was</source>
        <translation>Перевірено: без змін</translation>
    </message>
    <message>
        <source>In a picture ({form}) of the board “{title}”</source>
        <translation>У зображенні ({form}) дошки «{title}»</translation>
    </message>
    <message>
        <source>What was checked is not this case as it is here, so nothing was noted of it.</source>
        <translation>Перевірено не той стан справи, який є тут, тож нічого про це не зазначено.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}”, {n} byte</source>
        <translation>
            <numerusform>«{name}», {n}&#xa0;байт</numerusform>
            <numerusform>«{name}», {n}&#xa0;байти</numerusform>
            <numerusform>«{name}», {n}&#xa0;байтів</numerusform>
        </translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>повернуто</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more file</source>
        <translation>
            <numerusform>І ще {n} файл</numerusform>
            <numerusform>І ще {n} файли</numerusform>
            <numerusform>І ще {n} файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Прийнято до справи</translation>
    </message>
    <message>
        <source>The points lie on or near one line, or on each other, so nothing follows from them. Set one farther away.</source>
        <translation>Точки лежать на одній лінії чи біля неї або збігаються, тож із них нічого не випливає. Поставте одну з них далі.</translation>
    </message>
    <message>
        <source>Set {n} pairs of points that show the same in both pictures.</source>
        <translation>Поставте пари точок, що показують те саме на обох зображеннях; потрібно пар: {n}.</translation>
    </message>
    <message>
        <source>A point lies nowhere; set it again.</source>
        <translation>Точка ніде не лежить; поставте її знову.</translation>
    </message>
    <message>
        <source>The points lie crosswise: their order is not the same in both pictures.</source>
        <translation>Точки лежать навхрест: їхній порядок на двох зображеннях різний.</translation>
    </message>
    <message>
        <source>No basis</source>
        <translation>Немає підстав</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} pair of grades lies on the diagonal ({share} %).</source>
        <translation>
            <numerusform>Пар ступенів на діагоналі: {n} з {all} ({share}&#xa0;%).</numerusform>
            <numerusform>Пар ступенів на діагоналі: {n} з {all} ({share}&#xa0;%).</numerusform>
            <numerusform>Пар ступенів на діагоналі: {n} з {all} ({share}&#xa0;%).</numerusform>
        </translation>
    </message>
    <message>
        <source>No item is graded on both scales yet.</source>
        <translation>Жодного елемента ще не оцінено за обома шкалами.</translation>
    </message>
    <message>
        <source>That is too few to say more.</source>
        <translation>Цього замало, щоб сказати більше.</translation>
    </message>
    <message numerus="yes">
        <source>{n} more where somebody saw no basis.</source>
        <translation>
            <numerusform>Ще {n} пара, де хтось не побачив підстав.</numerusform>
            <numerusform>Ще {n} пари, де хтось не побачив підстав.</numerusform>
            <numerusform>Ще {n} пар, де хтось не побачив підстав.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cohen’s weighted kappa: {kappa}.</source>
        <translation>Зважена каппа Коена: {kappa}.</translation>
    </message>
    <message>
        <source>A kappa is told from {n} pairs on.</source>
        <translation>Каппу наводять, коли пар щонайменше {n}.</translation>
    </message>
    <message>
        <source>A high share suggests that one question was answered twice: of graders at work 87 % lay there. Ask of each item what confirms it, apart from who says it.</source>
        <translation>Висока частка вказує, що на одне запитання могли відповісти двічі: у тих, хто оцінював на практиці, там лежало 87&#xa0;%. Про кожен елемент запитуйте, що його підтверджує, незалежно від того, хто це каже.</translation>
    </message>
    <message>
        <source>The two scales are used apart, as they are meant to be.</source>
        <translation>Дві шкали застосовано окремо, як і належить.</translation>
    </message>
    <message>
        <source>Both graders agree.</source>
        <translation>Обидві оцінки збігаються.</translation>
    </message>
    <message>
        <source>The graders are one step apart.</source>
        <translation>Оцінки різняться на один ступінь.</translation>
    </message>
    <message>
        <source>The graders are more than one step apart.</source>
        <translation>Оцінки різняться більш ніж на один ступінь.</translation>
    </message>
    <message>
        <source>Both graders see no basis for a grade.</source>
        <translation>Обоє, хто оцінював, не бачать підстав для ступеня.</translation>
    </message>
    <message>
        <source>One grader sees no basis for a grade.</source>
        <translation>Одна особа з тих, хто оцінював, не бачить підстав для ступеня.</translation>
    </message>
    <message>
        <source>From the GeoTIFF tags of the file; how exact they are is not stated.</source>
        <translation>З тегів GeoTIFF у файлі; наскільки вони точні, не зазначено.</translation>
    </message>
    <message>
        <source>Estimated from the footprint, as if north were at the upper edge.</source>
        <translation>Приблизно за контуром знімка, ніби північ біля верхнього краю.</translation>
    </message>
    <message>
        <source>Confirmed by whom? Only one origin speaks for the claim; grade 1 wants two.</source>
        <translation>Ким підтверджено? На користь твердження свідчить лише одне походження; ступінь 1 потребує двох.</translation>
    </message>
    <message>
        <source>Confirmed by whom? No claim that it speaks to has an origin that speaks for it.</source>
        <translation>Ким підтверджено? Жодне твердження, якого це стосується, не має походження, що свідчило б на його користь.</translation>
    </message>
    <message>
        <source>Items of this kind keep no matched points. Nothing was changed.</source>
        <translation>Елементи цього виду не зберігають зіставлених точок. Нічого не змінено.</translation>
    </message>
    <message>
        <source>The matched points that are there cannot be read. Nothing was changed.</source>
        <translation>Наявні зіставлені точки не вдається прочитати. Нічого не змінено.</translation>
    </message>
    <message>
        <source>A source cannot belong to itself, also not by way of others, so it kept its owner.</source>
        <translation>Джерело не може належати самому собі, навіть через інші джерела, тож його власника залишено.</translation>
    </message>
    <message>
        <source>One of these sources owns another by way of a third, so they were left apart. Merge the one between them as well, or take its owner away first.</source>
        <translation>Одне з цих джерел володіє іншим через третє, тож їх залишено окремо. Об’єднайте й те, що між ними, або спершу приберіть його власника.</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Уже є</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>There was no file.</source>
        <translation>Файлів не було.</translation>
    </message>
    <message>
        <source>It is a STAC catalogue or collection and no item, so it describes no single image.</source>
        <translation>Це каталог або колекція STAC, а не елемент, тож окремого знімка тут не описано.</translation>
    </message>
    <message>
        <source>It says that it is a STAC item, but has more than {largest} MiB, so it was not read as one.</source>
        <translation>Файл називає себе елементом STAC, але має понад {largest}&#xa0;МіБ, тож його не прочитано як елемент STAC.</translation>
    </message>
    <message>
        <source>It holds a collection of STAC items; a card is made of a file with one item.</source>
        <translation>Тут колекція елементів STAC; картку створюють із файлу з одним елементом.</translation>
    </message>
    <message>
        <source>It is no text.</source>
        <translation>Це не текст.</translation>
    </message>
    <message>
        <source>“{key}” was shortened, or held signs that cannot be read.</source>
        <translation>«{key}» скорочено, або там були символи, які не читаються.</translation>
    </message>
    <message>
        <source>It is no number.</source>
        <translation>Це не число.</translation>
    </message>
    <message>
        <source>{value} is not possible.</source>
        <translation>{value} – неможливе значення.</translation>
    </message>
    <message>
        <source>Its ground sample distance is that of its finest band.</source>
        <translation>Роздільність на місцевості взято за найдетальнішим каналом.</translation>
    </message>
    <message>
        <source>It names nobody.</source>
        <translation>Тут нікого не названо.</translation>
    </message>
    <message>
        <source>The time has no zone, and none was made up.</source>
        <translation>Час не має часового поясу, і жодного не вигадано.</translation>
    </message>
    <message>
        <source>Its time is that of the datatake, minutes from the exposure, by the product’s id.</source>
        <translation>За ID продукту, це час сеансу знімання, за кілька хвилин від експозиції.</translation>
    </message>
    <message>
        <source>“{key}” stands there twice with different values, so neither was taken.</source>
        <translation>«{key}» стоїть там двічі з різними значеннями, тож не взято жодного.</translation>
    </message>
    <message>
        <source>“{key}” was left out.</source>
        <translation>«{key}» пропущено.</translation>
    </message>
    <message>
        <source>The other end of the time is not stated.</source>
        <translation>Другу межу часу не зазначено.</translation>
    </message>
    <message>
        <source>It does not say when the image was acquired.</source>
        <translation>Тут не сказано, коли зроблено знімок.</translation>
    </message>
    <message>
        <source>Its JSON is nested too deeply to be read.</source>
        <translation>Вкладеність JSON завелика, щоб його прочитати.</translation>
    </message>
    <message>
        <source>Its JSON is broken in line {line}.</source>
        <translation>JSON пошкоджено в рядку {line}.</translation>
    </message>
    <message>
        <source>It is no text in UTF-8 or UTF-16.</source>
        <translation>Це не текст в UTF-8 чи UTF-16.</translation>
    </message>
    <message>
        <source>The image is in the grid of UTM zone {zone}, and the footprint is not.</source>
        <translation>Зображення подано в сітці зони UTM {zone}, а контур знімка лежить не в ній.</translation>
    </message>
    <message>
        <source>Geometry and bbox do not agree. The footprint is the geometry as it stands there.</source>
        <translation>Геометрія та bbox не збігаються. За контур знімка взято геометрію в тому вигляді, як вона наведена.</translation>
    </message>
    <message>
        <source>The bbox was taken for the footprint.</source>
        <translation>За контур знімка взято bbox.</translation>
    </message>
    <message numerus="yes">
        <source>The footprint has {n} corner.</source>
        <translation>
            <numerusform>Контур знімка має {n} кут, тож узято прямокутник довкола нього.</numerusform>
            <numerusform>Контур знімка має {n} кути, тож узято прямокутник довкола нього.</numerusform>
            <numerusform>Контур знімка має {n} кутів, тож узято прямокутник довкола нього.</numerusform>
        </translation>
    </message>
    <message>
        <source>In geometry and bbox latitude and longitude are the other way round: one of them is swapped. The footprint is the geometry as it stands there.</source>
        <translation>У геометрії та bbox широта й довгота стоять у різному порядку: десь їх переставлено. За контур знімка взято геометрію в тому вигляді, як вона наведена.</translation>
    </message>
    <message>
        <source>Latitude and longitude seem to be swapped.</source>
        <translation>Схоже, широту й довготу переставлено.</translation>
    </message>
    <message>
        <source>It does not say where the image was taken.</source>
        <translation>Тут не сказано, де зроблено знімок.</translation>
    </message>
    <message>
        <source>No footprint could be read from it.</source>
        <translation>Контуру знімка звідси не вдалося прочитати.</translation>
    </message>
    <message numerus="yes">
        <source>It has {n} part.</source>
        <translation>
            <numerusform>Тут {n} частина, а контур знімка має одну.</numerusform>
            <numerusform>Тут {n} частини, а контур знімка має одну.</numerusform>
            <numerusform>Тут {n} частин, а контур знімка має одну.</numerusform>
        </translation>
    </message>
    <message>
        <source>The holes of the footprint were left out.</source>
        <translation>Отвори в контурі знімка пропущено.</translation>
    </message>
    <message>
        <source>East and west seem to be mixed up.</source>
        <translation>Схоже, переплутано схід і захід.</translation>
    </message>
    <message>
        <source>It lies too deep: folders are gone into {n} deep.</source>
        <translation>Лежить надто глибоко: теки переглядаються до рівня {n}.</translation>
    </message>
    <message>
        <source>The document is locked with a password, so no page of it is shown. It is kept as it is.</source>
        <translation>Документ захищено паролем, тому жодної сторінки не показано. Його збережено як є.</translation>
    </message>
    <message>
        <source>The document is damaged, so no page of it is shown. It is kept as it is.</source>
        <translation>Документ пошкоджено, тому жодної сторінки не показано. Його збережено як є.</translation>
    </message>
    <message>
        <source>The picture has {size} megapixels. One of its format is shown at full size up to {bound} megapixels. The file is kept as it is.</source>
        <translation>У зображенні {size}&#xa0;Мп. Зображення цього формату показуються в повному розмірі до {bound}&#xa0;Мп. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The picture has more than {bound} megapixels, so it is not shown at full size. The file is kept as it is.</source>
        <translation>У зображенні понад {bound}&#xa0;Мп, тож його не показано в повному розмірі. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The picture is wider than {n} pixels, so it is not shown at full size. The file is kept as it is.</source>
        <translation>Зображення ширше за {n}&#xa0;пікселів, тож його не показано в повному розмірі. Файл збережено як є.</translation>
    </message>
    <message>
        <source>There is no room to show the picture at full size: {why}. The file is kept as it is.</source>
        <translation>Немає місця, щоб показати зображення в повному розмірі: {why}. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The projection EPSG:{code} is not computed here; the tags are kept.</source>
        <translation>Проєкція EPSG:{code} тут не обчислюється; теги збережено.</translation>
    </message>
    <message>
        <source>The GeoTIFF tags do not say where the picture lies.</source>
        <translation>Теги GeoTIFF не вказують, де лежить зображення.</translation>
    </message>
    <message>
        <source>The GeoTIFF tags describe a projection of their own, which is not computed here.</source>
        <translation>Теги GeoTIFF описують власну проєкцію, яка тут не обчислюється.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>«{name}» не вдається прочитати: {reason}.</translation>
    </message>
    <message>
        <source>Their pictures look the same.</source>
        <translation>Їхні зображення виглядають однаково.</translation>
    </message>
    <message>
        <source>Both show the scene {scene}.</source>
        <translation>Обидва показують сцену {scene}.</translation>
    </message>
    <message>
        <source>Both give {numbers}.</source>
        <translation>Обидва наводять: {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} second grade was not given blind and is not counted.</source>
        <translation>
            <numerusform>{n} повторну оцінку дано не наосліп, тож її не враховано.</numerusform>
            <numerusform>{n} повторні оцінки дано не наосліп, тож їх не враховано.</numerusform>
            <numerusform>{n} повторних оцінок дано не наосліп, тож їх не враховано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pair of gradings, the second blind: {equal} equal, {near} one step apart.</source>
        <translation>
            <numerusform>{n} пара оцінок, друга наосліп: однакових {equal}, з різницею в крок {near}.</numerusform>
            <numerusform>{n} пари оцінок, друга наосліп: однакових {equal}, з різницею в крок {near}.</numerusform>
            <numerusform>{n} пар оцінок, друга наосліп: однакових {equal}, з різницею в крок {near}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{length} × {width} m</source>
        <translation>{length} × {width}&#xa0;м</translation>
    </message>
    <message>
        <source>{long} × {short} pixels</source>
        <translation>{long} × {short} пікселів</translation>
    </message>
    <message>
        <source>Enough to tell things of one sort apart, where the picture is sharp.</source>
        <translation>Досить, щоб розрізнити об’єкти одного типу там, де зображення чітке.</translation>
    </message>
    <message>
        <source>{n} pixels long</source>
        <translation>{n}&#xa0;пікселів завдовжки</translation>
    </message>
    <message>
        <source>Too few to be sure that anything is there.</source>
        <translation>Замало, щоб упевнитися, що там узагалі щось є.</translation>
    </message>
    <message>
        <source>Enough to see that something is there, too few to tell what sort of thing.</source>
        <translation>Досить, щоб побачити, що там щось є, але замало, щоб сказати, що це за тип об’єкта.</translation>
    </message>
    <message>
        <source>Enough to tell what sort of thing it is, too few to tell which one.</source>
        <translation>Досить, щоб сказати, що це за тип об’єкта, але замало, щоб сказати, який саме це об’єкт.</translation>
    </message>
    <message>
        <source>A large change is being stored in the case. Try again when that is done.</source>
        <translation>У справі зберігається велика зміна. Спробуйте ще раз, коли це завершиться.</translation>
    </message>
    <message>
        <source>There is no kind “{kind}”.</source>
        <translation>Виду «{kind}» немає.</translation>
    </message>
    <message>
        <source>A card that stands for a board is of no other kind, so nothing was changed.</source>
        <translation>Картка, що позначає дошку, не може бути іншого виду, тому нічого не змінено.</translation>
    </message>
    <message>
        <source>“{title}” has elements, which only a claim can have, so nothing was changed.</source>
        <translation>«{title}» має елементи, а їх може мати лише твердження, тому нічого не змінено.</translation>
    </message>
    <message>
        <source>“{title}” has been assessed, and a claim is judged otherwise than evidence, so nothing was changed.</source>
        <translation>«{title}» вже оцінено, а твердження оцінюють інакше, ніж докази, тому нічого не змінено.</translation>
    </message>
    <message>
        <source>“{type}” cannot lead from “{start}” to “{end}”, so nothing was changed. Give that link another type first.</source>
        <translation>«{type}» не може вести від «{start}» до «{end}», тому нічого не змінено. Спершу дайте цьому зв’язку інший тип.</translation>
    </message>
    <message>
        <source>A scale needs a line and a length above nought, so nothing was changed.</source>
        <translation>Для масштабу потрібні лінія й довжина, більша за нуль, тому нічого не змінено.</translation>
    </message>
    <message>
        <source>A group needs a name. Nothing was changed.</source>
        <translation>Групі потрібна назва. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Items of a kind of a newer version stay as they are. Nothing was changed.</source>
        <translation>Елементи виду з новішої версії лишаються такими, як є. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Whoever still has an original of a failed file can add it once more: its bytes take their place again.</source>
        <translation>Якщо оригінал пошкодженого файла у когось зберігся, його можна додати ще раз: його байти знову стануть на своє місце.</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Відновлено</translation>
    </message>
    <message>
        <source>Redaction taken back</source>
        <translation>Приховування скасовано</translation>
    </message>
    <message>
        <source>A part of it is blurred wherever it is shown; its bytes are as they were.</source>
        <translation>Частину його розмито всюди, де його показано; його байти такі, як були.</translation>
    </message>
    <message>
        <source>A part of it is not blurred any more.</source>
        <translation>Частину його більше не розмито.</translation>
    </message>
    <message>
        <source>Its bytes were put back from an original that has the same SHA-256</source>
        <translation>Байти відновлено з оригіналу з тим самим SHA-256</translation>
    </message>
    <message>
        <source>called “{name}” where it was</source>
        <translation>там, звідки взято, мав назву «{name}»</translation>
    </message>
    <message>
        <source>The case shows its name as “{name}”, and keeps the one it had to the letter.</source>
        <translation>Справа показує його назву як «{name}» і зберігає ту, що була, до літери.</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>Із зауваженнями</translation>
    </message>
    <message numerus="yes">
        <source>{n} with remarks</source>
        <translation>
            <numerusform>{n} із зауваженням</numerusform>
            <numerusform>{n} із зауваженнями</numerusform>
            <numerusform>{n} із зауваженнями</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: “{name}”</source>
        <translation>{what}: «{name}»</translation>
    </message>
    <message>
        <source>The picture has too many pixels for a small picture of it. The file is kept as it is.</source>
        <translation>У зображенні забагато пікселів, щоб зробити з нього мале. Файл збережено таким, яким він є.</translation>
    </message>
    <message>
        <source>The picture carries more words in it than are unpacked, so none is shown. The file is kept as it is.</source>
        <translation>Зображення містить більше слів, ніж розпаковується, тому його не показано. Файл збережено таким, яким він є.</translation>
    </message>
    <message>
        <source>HEIC pictures are drawn where Caseboard was installed as caseboard[heic]. The file is kept as it is.</source>
        <translation>Зображення HEIC показуються, якщо Caseboard установлено як caseboard[heic]. Файл збережено як є.</translation>
    </message>
    <message>
        <source>AVIF pictures are drawn with Pillow 11.3 or newer, and here is an older one. The file is kept as it is.</source>
        <translation>Зображення AVIF показуються з Pillow 11.3 або новішою версією, а тут старіша. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The file is cut short, so a part of the picture is missing. It is kept as it is, and what is there is shown.</source>
        <translation>Файл обірваний, тож частини зображення бракує. Його збережено як є, а те, що в ньому є, показано.</translation>
    </message>
    <message>
        <source>It is named like a picture, and its bytes are none that is known here ({media_type}). It is kept as it is.</source>
        <translation>Його названо як зображення, але його байти — не зображення з відомих тут ({media_type}). Збережено таким, яким він є.</translation>
    </message>
    <message>
        <source>“{name}” is being written and grew while it was read, so it was not taken in. Try again when it is finished.</source>
        <translation>У «{name}» саме йде запис, і файл збільшився під час читання, тож його не додано. Спробуйте ще раз, коли запис завершиться.</translation>
    </message>
    <message>
        <source>The position in the file is impossible ({position}), and is not offered; its raw values are kept.</source>
        <translation>Координати у файлі неможливі ({position}) і не пропонуються; їхні початкові значення збережено.</translation>
    </message>
    <message>
        <source>Graders differ: {grades}.</source>
        <translation>Оцінки розходяться: {grades}.</translation>
    </message>
    <message>
        <source>{grade} by {who}</source>
        <translation>{grade} від {who}</translation>
    </message>
    <message numerus="yes">
        <source>{n} card</source>
        <translation>
            <numerusform>{n} картка</numerusform>
            <numerusform>{n} картки</numerusform>
            <numerusform>{n} карток</numerusform>
        </translation>
    </message>
    <message>
        <source>No board is chosen</source>
        <translation>Дошку не вибрано</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>без часу</translation>
    </message>
    <message>
        <source>no time or coordinates</source>
        <translation>без часу й координат</translation>
    </message>
    <message numerus="yes">
        <source>{n} file expunged</source>
        <translation>
            <numerusform>{n} файл вилучено назавжди</numerusform>
            <numerusform>{n} файли вилучено назавжди</numerusform>
            <numerusform>{n} файлів вилучено назавжди</numerusform>
        </translation>
    </message>
    <message>
        <source>circular</source>
        <translation>коло посилань</translation>
    </message>
    <message>
        <source>This board was deleted</source>
        <translation>Цю дошку видалено</translation>
    </message>
    <message>
        <source>{what} {fate}</source>
        <translation>{what}: {fate}</translation>
    </message>
    <message numerus="yes">
        <source>{n} part of the claim</source>
        <translation>
            <numerusform>{n} частина твердження</numerusform>
            <numerusform>{n} частини твердження</numerusform>
            <numerusform>{n} частин твердження</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} item of evidence</source>
        <translation>
            <numerusform>{n} доказ</numerusform>
            <numerusform>{n} докази</numerusform>
            <numerusform>{n} доказів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} grade</source>
        <translation>
            <numerusform>{n} оцінка</numerusform>
            <numerusform>{n} оцінки</numerusform>
            <numerusform>{n} оцінок</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <comment>what has become of it since</comment>
        <translation>нове</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>what has become of it since</comment>
        <translation>змінено</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>what has become of it since</comment>
        <translation>зникло</translation>
    </message>
    <message>
        <source>False, or only unproven?</source>
        <translation>Неправда чи лише не доведено?</translation>
    </message>
    <message>
        <source>Verdict on denials alone</source>
        <translation>Вердикт лише на запереченнях</translation>
    </message>
    <message>
        <source>Verdict older than its ground</source>
        <translation>Вердикт, старіший за свою основу</translation>
    </message>
    <message>
        <source>File that failed its check</source>
        <translation>Файл, що не пройшов перевірки</translation>
    </message>
    <message>
        <source>Retracted and relied on</source>
        <translation>Відкликане, на яке спираються</translation>
    </message>
    <message>
        <source>Circular reporting</source>
        <translation>Взаємні посилання по колу</translation>
    </message>
    <message>
        <source>Many items, one line</source>
        <translation>Багато доказів, одна лінія</translation>
    </message>
    <message>
        <source>Claim without evidence</source>
        <translation>Твердження без доказів</translation>
    </message>
    <message>
        <source>Required and not covered</source>
        <translation>Потрібне й нічим не підкріплене</translation>
    </message>
    <message>
        <source>Interested parties alone</source>
        <translation>Лише зацікавлені сторони</translation>
    </message>
    <message>
        <source>Required, by interested parties</source>
        <translation>Потрібне, лише від зацікавлених сторін</translation>
    </message>
    <message>
        <source>One item alone</source>
        <translation>Лише один доказ</translation>
    </message>
    <message>
        <source>Denial of an interested party</source>
        <translation>Заперечення зацікавленої сторони</translation>
    </message>
    <message>
        <source>Reports of other evidence</source>
        <translation>Перекази інших доказів</translation>
    </message>
    <message>
        <source>Origin not known</source>
        <translation>Походження невідоме</translation>
    </message>
    <message>
        <source>Perhaps the same thing</source>
        <translation>Можливо, те саме</translation>
    </message>
    <message>
        <source>Confirmed by whom?</source>
        <translation>Ким підтверджено?</translation>
    </message>
    <message>
        <source>Older than the event</source>
        <translation>Старіше за подію</translation>
    </message>
    <message>
        <source>Neither yes nor no</source>
        <translation>Ні так, ні ні</translation>
    </message>
    <message>
        <source>Anonymous evidence</source>
        <translation>Анонімний доказ</translation>
    </message>
    <message>
        <source>Undated imagery</source>
        <translation>Знімки без дати</translation>
    </message>
    <message>
        <source>Unplaced imagery</source>
        <translation>Знімки без місця</translation>
    </message>
    <message>
        <source>Statement without its words</source>
        <translation>Заява без її слів</translation>
    </message>
    <message>
        <source>Source not graded</source>
        <translation>Джерело без оцінки</translation>
    </message>
    <message>
        <source>Link without a type</source>
        <translation>Зв’язок без типу</translation>
    </message>
    <message>
        <source>{role} “{text}”</source>
        <translation>{role} «{text}»</translation>
    </message>
    <message>
        <source>{part} is required, and nothing speaks for it or against it.</source>
        <translation>{part} — обов’язкова частина, і ніщо не свідчить ні за неї, ні проти.</translation>
    </message>
    <message>
        <source>For {part} interested parties alone speak.</source>
        <translation>За частину {part} свідчать лише зацікавлені сторони.</translation>
    </message>
    <message>
        <source>Nothing speaks for it or against it.</source>
        <translation>Ніщо не свідчить ні за, ні проти.</translation>
    </message>
    <message numerus="yes">
        <source>All that speaks for it comes from one interested party.</source>
        <translation>
            <numerusform>{n} доказ свідчить за нього, і він від зацікавленої сторони.</numerusform>
            <numerusform>{n} докази свідчать за нього, і всі від зацікавлених сторін.</numerusform>
            <numerusform>{n} доказів свідчать за нього, і всі від зацікавлених сторін.</numerusform>
        </translation>
    </message>
    <message>
        <source>All that speaks against it is the denial of an interested party.</source>
        <translation>Проти нього свідчить лише заперечення зацікавленої сторони.</translation>
    </message>
    <message>
        <source>{n} items speak for it, and they are one line.</source>
        <translation>За нього свідчать докази ({n}), і вони є однією лінією.</translation>
    </message>
    <message>
        <source>{n} items speak against it, and they are one line.</source>
        <translation>Проти нього свідчать докази ({n}), і вони є однією лінією.</translation>
    </message>
    <message>
        <source>One item alone speaks for it.</source>
        <translation>За нього свідчить лише один доказ.</translation>
    </message>
    <message>
        <source>They rest on one another: circular reporting.</source>
        <translation>Вони спираються одне на одне: посилання по колу.</translation>
    </message>
    <message>
        <source>{part} is required. {limit}</source>
        <translation>{part} — обов’язкова частина. {limit}</translation>
    </message>
    <message>
        <source>The verdict is “{verdict}”, and nothing speaks against it: that would be unproven.</source>
        <translation>Вердикт — «{verdict}», а проти нічого не свідчить: це було б «не доведено».</translation>
    </message>
    <message>
        <source>The verdict is older than its ground: {changes}.</source>
        <translation>Вердикт старіший за свою основу: {changes}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} mentions passes on what others of them say, and is no line of its own.</source>
        <translation>
            <numerusform>{n} з {all} згадок лише переказує сказане в інших і не є окремою лінією.</numerusform>
            <numerusform>{n} з {all} згадок лише переказують сказане в інших і не є окремими лініями.</numerusform>
            <numerusform>{n} з {all} згадок лише переказують сказане в інших і не є окремими лініями.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it rests on is not known, so independent lines are {low} to {high}.</source>
        <translation>
            <numerusform>На чому він ґрунтується, невідомо, тож незалежних ліній від {low} до {high}.</numerusform>
            <numerusform>На чому вони ґрунтуються, невідомо, тож незалежних ліній від {low} до {high}.</numerusform>
            <numerusform>На чому вони ґрунтуються, невідомо, тож незалежних ліній від {low} до {high}.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are perhaps of the same thing, and would be one line then.</source>
        <translation>Можливо, вони про те саме, і тоді були б однією лінією.</translation>
    </message>
    <message>
        <source>The verdict is “{verdict}”, and only denials of interested parties bear it out.</source>
        <translation>Вердикт — «{verdict}», і підтверджують його лише заперечення зацікавлених сторін.</translation>
    </message>
    <message>
        <source>Nothing says when it was taken.</source>
        <translation>Ніщо не каже, коли це знято.</translation>
    </message>
    <message>
        <source>Nothing says where it was taken or what place it shows.</source>
        <translation>Ніщо не каже, де це знято чи яке місце показано.</translation>
    </message>
    <message>
        <source>Its words are not set down, only what somebody made of them.</source>
        <translation>Самих слів не записано, є лише чийсь переказ.</translation>
    </message>
    <message>
        <source>Whoever says this is not named, and it is used as evidence.</source>
        <translation>Хто це каже, не названо, а це слугує доказом.</translation>
    </message>
    <message>
        <source>It neither confirms nor denies, and is used as if it did.</source>
        <translation>Це ні підтвердження, ні заперечення, а слугує так, ніби ним є.</translation>
    </message>
    <message>
        <source>It was retracted, and is still relied on.</source>
        <translation>Це відкликано, але на це досі спираються.</translation>
    </message>
    <message numerus="yes">
        <source>A file of it failed its last check: the bytes are not those that came in.</source>
        <translation>
            <numerusform>{n} файл не пройшов останньої перевірки: байти не ті, що надійшли.</numerusform>
            <numerusform>{n} файли не пройшли останньої перевірки: байти не ті, що надійшли.</numerusform>
            <numerusform>{n} файлів не пройшли останньої перевірки: байти не ті, що надійшли.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is older than the event that it is said to show.</source>
        <translation>Це старіше за подію, яку нібито показує.</translation>
    </message>
    <message numerus="yes">
        <source>Evidence comes from it, and nobody has graded its reliability.</source>
        <translation>
            <numerusform>З нього походить {n} доказ, а його надійності ніхто не оцінив.</numerusform>
            <numerusform>З нього походять {n} докази, а його надійності ніхто не оцінив.</numerusform>
            <numerusform>З нього походять {n} доказів, а його надійності ніхто не оцінив.</numerusform>
        </translation>
    </message>
    <message>
        <source>The link says that they are related, and not how.</source>
        <translation>Зв’язок каже, що вони пов’язані, але не як.</translation>
    </message>
    <message>
        <source>A weak point is set aside for a reason. Say why.</source>
        <translation>Слабке місце відкладають із причиною. Назвіть її.</translation>
    </message>
    <message numerus="yes">
        <source>{n} alternative open</source>
        <translation>
            <numerusform>{n} відкрита альтернатива</numerusform>
            <numerusform>{n} відкриті альтернативи</numerusform>
            <numerusform>{n} відкритих альтернатив</numerusform>
        </translation>
    </message>
    <message>
        <source>no coordinates</source>
        <translation>без координат</translation>
    </message>
    <message>
        <source>Untitled {kind}</source>
        <translation>Без назви: {kind}</translation>
    </message>
    <message numerus="yes">
        <source>{source} and {n} other</source>
        <translation>
            <numerusform>{source} і ще {n}</numerusform>
            <numerusform>{source} і ще {n}</numerusform>
            <numerusform>{source} і ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} і {second}</translation>
    </message>
    <message>
        <source>This analysis concludes “excluded”, and yet supports what it is linked to: is that meant?</source>
        <translation>Цей аналіз дійшов висновку «виключено», проте підкріплює те, з чим пов’язаний: так і задумано?</translation>
    </message>
    <message numerus="yes">
        <source>{limits} And {n} more.</source>
        <translation>
            <numerusform>{limits} І ще {n}.</numerusform>
            <numerusform>{limits} І ще {n}.</numerusform>
            <numerusform>{limits} І ще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{exhibits}: {limits}</source>
        <translation>{exhibits}: {limits}</translation>
    </message>
    <message>
        <source>Expunged on {day}: {reason}</source>
        <translation>Вилучено назавжди {day}: {reason}</translation>
    </message>
    <message>
        <source>Expunged on {day} by {by}: {reason}</source>
        <translation>Вилучено назавжди {day} ({by}): {reason}</translation>
    </message>
    <message>
        <source>Only the years 0001 to 9999 are read.</source>
        <translation>Розпізнаються лише роки від 0001 до 9999.</translation>
    </message>
    <message>
        <source>{given} is not an offset from UTC: write it like +02:00.</source>
        <translation>{given} – не зсув від UTC: пишіть його так: +02:00.</translation>
    </message>
    <message>
        <source>{digits} is not a time of day: write it from 00:00:00 to 23:59:59.</source>
        <translation>{digits} – не час доби: пишіть його від 00:00:00 до 23:59:59.</translation>
    </message>
    <message>
        <source>A zone lies at most 14 hours from UTC: check the offset.</source>
        <translation>Часовий пояс відрізняється від UTC щонайбільше на 14&#xa0;годин: перевірте зсув.</translation>
    </message>
    <message>
        <source>The year {year} is not read: X may stand for its last or last two digits.</source>
        <translation>Рік {year} не розпізнано: X може заступати останню або дві останні його цифри.</translation>
    </message>
    <message>
        <source>A time of day needs a full calendar day before it.</source>
        <translation>Перед часом доби потрібен повний календарний день.</translation>
    </message>
    <message>
        <source>There is no month {month}: write 01 to 12, or 21 to 24 for spring to winter.</source>
        <translation>Місяця {month} немає: пишіть від 01 до 12 або від 21 до 24 для пір року від весни до зими.</translation>
    </message>
    <message>
        <source>The year {year} cannot be followed by a month: give all four digits.</source>
        <translation>Після року {year} не може стояти місяць: зазначте всі чотири цифри.</translation>
    </message>
    <message>
        <source>A day needs a month before it: write it like 2023-09-07.</source>
        <translation>Перед днем потрібен місяць: пишіть так: 2023-09-07.</translation>
    </message>
    <message>
        <source>The day {day} cannot follow the unspecified month {month}: write XX for the day.</source>
        <translation>День {day} не може стояти після невизначеного місяця {month}: замість дня пишіть XX.</translation>
    </message>
    <message>
        <source>{month} {year} has no day {day}.</source>
        <translation>У місяці «{month} {year}» немає дня {day}.</translation>
    </message>
    <message>
        <source>A range needs a date at one end at least.</source>
        <translation>Проміжку потрібна дата принаймні на одному кінці.</translation>
    </message>
    <message>
        <source>The range ends before it starts: exchange its dates, or give both years.</source>
        <translation>Проміжок закінчується раніше, ніж починається: поміняйте дати місцями або зазначте обидва роки.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>понеділок</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>вівторок</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>середа</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>четвер</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>п’ятниця</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>субота</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>неділя</translation>
    </message>
    <message>
        <source>This names a part of the date twice: write years with four digits, and ranges with from and to.</source>
        <translation>Частину дати названо двічі: роки пишіть чотирма цифрами, а проміжки – зі словами «від» і «до».</translation>
    </message>
    <message>
        <source>The date is missing: write it before the time, like 2 January 2024 14:30.</source>
        <translation>Бракує дати: напишіть її перед часом, наприклад 2 січня 2024 14:30.</translation>
    </message>
    <message>
        <source>The year is missing: write it with four digits, like 7 September 2023.</source>
        <translation>Бракує року: напишіть його чотирма цифрами, наприклад 7 вересня 2023.</translation>
    </message>
    <message>
        <source>The month is missing: write it like 7 September 2023, and years with four digits.</source>
        <translation>Бракує місяця: напишіть його, наприклад 7 вересня 2023, а роки – чотирма цифрами.</translation>
    </message>
    <message>
        <source>A quarter or winter is read before a year only, like Q3 2023.</source>
        <translation>Квартал або зима розпізнаються лише перед роком, наприклад Q3 2023.</translation>
    </message>
    <message>
        <source>Early, mid and late are read before a month, a year or a decade: early 2024.</source>
        <translation>Слова «початок», «середина» й «кінець» розпізнаються перед місяцем, роком або десятиліттям: початок 2024.</translation>
    </message>
    <message>
        <source>A weekday is read beside a full date only: leave it out.</source>
        <translation>День тижня розпізнається лише при повній даті: не зазначайте його.</translation>
    </message>
    <message>
        <source>{year}-{month}-{day} is a {weekday}, not a {given}: correct the date or leave out the weekday.</source>
        <translation>{year}-{month}-{day} – це {weekday}, а не {given}: виправте дату або не зазначайте день тижня.</translation>
    </message>
    <message>
        <source>Early, mid and late are not read before a season: name months.</source>
        <translation>Слова «початок», «середина» й «кінець» не розпізнаються перед порою року: назвіть місяці.</translation>
    </message>
    <message>
        <source>{first} {month} – {last} {next} {year}</source>
        <translation>{first} {month} – {last} {next} {year}</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>{date} або пізніше</translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>не пізніше ніж {date}</translation>
    </message>
    <message>
        <source>a day from {first} to {last} {month} {year}</source>
        <translation>якийсь день від {first} до {last} {month} {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{time} {zone} (zone inferred)</source>
        <translation>{time} {zone} (пояс за висновком)</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>початок – {start}; кінець – {end}</translation>
    </message>
    <message>
        <source>{first}–{last} {year}</source>
        <translation>{first}–{last} {year}</translation>
    </message>
    <message>
        <source>{first}–{last} {month} {year}</source>
        <translation>{first}–{last} {month} {year}</translation>
    </message>
    <message>
        <source>{first} {month}–{last} {next} {year}</source>
        <translation>{first} {month}–{last} {next} {year}</translation>
    </message>
    <message>
        <source>after {date}</source>
        <translation>пізніше ніж {date}</translation>
    </message>
    <message>
        <source>before {date}</source>
        <translation>раніше ніж {date}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>{date} або раніше</translation>
    </message>
    <message>
        <source>possibly {date}</source>
        <translation>можливо, {date}</translation>
    </message>
    <message>
        <source>{year}s (century)</source>
        <translation>століття від {year}</translation>
    </message>
    <message>
        <source>{year}s (decade)</source>
        <translation>десятиліття від {year}</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}-ті</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>a day in {year}</source>
        <translation>якийсь день {year} року</translation>
    </message>
    <message>
        <source>a day from {first} to {last} {year}</source>
        <translation>якийсь день, {first}–{last} {year}</translation>
    </message>
    <message>
        <source>a day in {month}</source>
        <translation>якийсь день, {month}</translation>
    </message>
    <message>
        <source>{season} {year}</source>
        <translation>{season} {year}</translation>
    </message>
    <message>
        <source>a month in {year}</source>
        <translation>якийсь місяць {year} року</translation>
    </message>
    <message>
        <source>a month from {first} to {last} {year}</source>
        <translation>якийсь місяць, {first}–{last} {year}</translation>
    </message>
    <message>
        <source>{hour}h</source>
        <translation>{hour}&#xa0;год</translation>
    </message>
    <message>
        <source>{time} (zone not stated)</source>
        <translation>{time} (пояс не вказано)</translation>
    </message>
    <message>
        <source>{time} {zone} (inferred)</source>
        <translation>{time} {zone} (за висновком)</translation>
    </message>
    <message>
        <source>from {date}, end not known</source>
        <translation>початок – {date}; кінець невідомий</translation>
    </message>
    <message>
        <source>until {date}, start not known</source>
        <translation>початок невідомий; кінець – {date}</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>приблизно {date}</translation>
    </message>
    <message>
        <source>{date}, uncertain</source>
        <translation>{date}, непевно</translation>
    </message>
    <message>
        <source>{time} (no zone)</source>
        <translation>{time} (без поясу)</translation>
    </message>
    <message>
        <source>This is not read as a date: write it like 7 September 2023, September 2023, autumn 2023, about 2023 or 2023-09-07/2023-10-01.</source>
        <translation>Це не розпізнано як дату: пишіть так: 7 вересня 2023, вересень 2023, осінь 2023, приблизно 2023 або 2023-09-07/2023-10-01.</translation>
    </message>
    <message>
        <source>“{word}” is not read in a date: write it like 7 September 2023, autumn 2023 or 2023-09.</source>
        <translation>«{word}» у даті не розпізнано: пишіть так: 7 вересня 2023, осінь 2023 або 2023-09.</translation>
    </message>
    <message>
        <source>The date is empty: write one like 7 September 2023.</source>
        <translation>Дата порожня: напишіть її, наприклад 7 вересня 2023.</translation>
    </message>
    <message>
        <source>This is too long for a date: it has {number} characters, {longest} are read.</source>
        <translation>Це занадто довго для дати: символів тут {number}, а розпізнається щонайбільше {longest}.</translation>
    </message>
    <message>
        <source>The date holds hidden characters: type it instead of pasting it.</source>
        <translation>Дата містить приховані символи: наберіть її, а не вставляйте.</translation>
    </message>
    <message>
        <source>Only the digits 0 to 9 are read in a date.</source>
        <translation>У даті розпізнаються лише цифри від 0 до 9.</translation>
    </message>
    <message>
        <source>“{given}” depends on the day it is read: write the calendar date, like 7 September 2023.</source>
        <translation>Значення «{given}» залежить від дня, коли його читають: напишіть календарну дату, наприклад 7 вересня 2023.</translation>
    </message>
    <message>
        <source>{tens}s may be ten years or a hundred: write {tens}s decade or {tens}s century.</source>
        <translation>{tens}s може означати десять років або сто: напишіть {tens}s decade (десятиліття) чи {tens}s century (століття).</translation>
    </message>
    <message>
        <source>{tens}s is a decade: leave out century, or write {century}00s.</source>
        <translation>{tens}s – це десятиліття: приберіть century (століття) або напишіть {century}00s.</translation>
    </message>
    <message>
        <source>A winter lies in two years that follow: write winter 2022/23.</source>
        <translation>Зима припадає на два роки поспіль: напишіть «зима 2022/23».</translation>
    </message>
    <message>
        <source>“{upper}” is not read as a zone: look up how far its clocks were from UTC on that day, and write that after the time as ±hh:mm.</source>
        <translation>«{upper}» не розпізнається як часовий пояс: з’ясуйте, наскільки місцевий час того дня відрізнявся від UTC, і напишіть це після часу як ±гг:хх.</translation>
    </message>
    <message>
        <source>“{word}” is not read in a date: write years with four digits, days with one or two.</source>
        <translation>«{word}» у даті не розпізнається: пишіть роки чотирма цифрами, а дні – однією чи двома.</translation>
    </message>
    <message>
        <source>{given} may be {day} {first} {year} or {month} {second} {year}: write the month as a word.</source>
        <translation>{given} може бути {day} {first} {year} або {month} {second} {year}: напишіть місяць словом.</translation>
    </message>
    <message>
        <source>{hour} is no hour of a 12-hour clock: leave out am or pm, or write 1 to 12.</source>
        <translation>{hour} не є годиною 12-годинного відліку: приберіть am чи pm або напишіть число від 1 до 12.</translation>
    </message>
    <message>
        <source>“{match}” may be a range of times or an offset from UTC: put “to” or “UTC” between the two.</source>
        <translation>«{match}» може бути проміжком часу або зсувом від UTC: поставте між цими двома частинами «до» або «UTC».</translation>
    </message>
    <message>
        <source>After between, two dates are needed: write it like between 2023-09-07 and 2023-10-01.</source>
        <translation>Після «між» потрібні дві дати: напишіть, наприклад, «між 2023-09-07 та 2023-10-01».</translation>
    </message>
    <message>
        <source>More than two dates are not read as one range: split them.</source>
        <translation>Більше ніж дві дати не розпізнаються як один діапазон: розділіть їх.</translation>
    </message>
    <message>
        <source>This gives a time of day at one end of a range only: write both, or at for one time.</source>
        <translation>Час доби вказано лише з одного боку діапазону: напишіть обидва або «о» для одного моменту.</translation>
    </message>
    <message>
        <source>Before and after need a date with a clear edge: name a day, a month or a year.</source>
        <translation>Для «перед» і «після» потрібна дата з чіткою межею: назвіть день, місяць або рік.</translation>
    </message>
    <message>
        <source>not shown while somebody grades blind</source>
        <translation>не показано, поки хтось ставить ступінь наосліп</translation>
    </message>
    <message>
        <source>Protected source</source>
        <translation>Захищене джерело</translation>
    </message>
    <message>
        <source>a region of a file</source>
        <translation>ділянка файлу</translation>
    </message>
    <message>
        <source>The value of “{field}” is not understood and is kept as it is.</source>
        <translation>Значення поля «{field}» не розпізнано; його збережено як є.</translation>
    </message>
    <message>
        <source>Both say “…{words}…”, in a file.</source>
        <translation>Обидва кажуть «…{words}…», у файлі.</translation>
    </message>
    <message>
        <source>Both say “…{words}…”.</source>
        <translation>Обидва кажуть: «…{words}…».</translation>
    </message>
    <message>
        <source>Order against the dates</source>
        <translation>Порядок проти дат</translation>
    </message>
    <message numerus="yes">
        <source>What speaks for it comes from one interested party; the rest only passes that on.</source>
        <translation>
            <numerusform>{n} доказ, що свідчить за нього, – від зацікавленої сторони; решта лише переказує його.</numerusform>
            <numerusform>{n} докази, що свідчать за нього, – від зацікавлених сторін; решта лише переказує їх.</numerusform>
            <numerusform>{n} доказів, що свідчать за нього, – від зацікавлених сторін; решта лише переказує їх.</numerusform>
        </translation>
    </message>
    <message>
        <source>It says which of both came first, and their dates say the other.</source>
        <translation>Зв’язок каже, що з двох було раніше, а їхні дати кажуть інше.</translation>
    </message>
    <message>
        <source>It is a case, and does not come into another. To work with it, make a copy of it: import the bag into a case file that does not exist yet.</source>
        <translation>Це справа, і до іншої справи вона не входить. Щоб працювати з нею, зробіть її копію: імпортуйте пакет у файл справи, якого ще немає.</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation>Його не вдалося прочитати: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is no valid bag, so nothing was taken from it ({n} fault): {fault}</source>
        <translation>
            <numerusform>“{name}” не є справним пакетом, тож із нього нічого не взято ({n} вада): {fault}</numerusform>
            <numerusform>“{name}” не є справним пакетом, тож із нього нічого не взято ({n} вади): {fault}</numerusform>
            <numerusform>“{name}” не є справним пакетом, тож із нього нічого не взято ({n} вад): {fault}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” holds no case. Make one, and take the files of the bag into that.</source>
        <translation>У “{name}” немає справи. Створіть справу й додайте файли пакета до неї.</translation>
    </message>
    <message>
        <source>“{name}” holds several cases: {told}. Unpack it first.</source>
        <translation>У “{name}” кілька справ: {told}. Спершу розпакуйте його.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Полотно</translation>
    </message>
    <message>
        <source>“{file}” is not beside the canvas, so only its name came.</source>
        <translation>«{file}» немає поруч із полотном, тож надійшла лише назва.</translation>
    </message>
    <message>
        <source>“{file}” did not come in again.</source>
        <translation>«{file}» не надійшов знову.</translation>
    </message>
    <message>
        <source>An edge joins a thing with itself: not drawn.</source>
        <translation>Ребро з’єднує щось із самим собою: не намальовано.</translation>
    </message>
    <message numerus="yes">
        <source>{n} file was expunged: it is listed, and its bytes are not in the package.</source>
        <translation>
            <numerusform>{n} файл вилучено назавжди: його названо у списку, а його байтів у пакеті немає.</numerusform>
            <numerusform>{n} файли вилучено назавжди: їх названо у списку, а їхніх байтів у пакеті немає.</numerusform>
            <numerusform>{n} файлів вилучено назавжди: їх названо у списку, а їхніх байтів у пакеті немає.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file is listed and not in the package: its bytes are missing, or not those that came in.</source>
        <translation>
            <numerusform>{n} файл названо у списку, а в пакеті його немає: його байтів бракує, або вони не ті, що надійшли.</numerusform>
            <numerusform>{n} файли названо у списку, а в пакеті їх немає: їхніх байтів бракує, або вони не ті, що надійшли.</numerusform>
            <numerusform>{n} файлів названо у списку, а в пакеті їх немає: їхніх байтів бракує, або вони не ті, що надійшли.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy of the case in the package names {n} protected source, which the lists beside it do not. Hand it to nobody who must not know.</source>
        <translation>
            <numerusform>Копія справи в пакеті називає {n} захищене джерело, чого списки поруч не роблять. Не передавайте її нікому, хто не має цього знати.</numerusform>
            <numerusform>Копія справи в пакеті називає {n} захищені джерела, чого списки поруч не роблять. Не передавайте її нікому, хто не має цього знати.</numerusform>
            <numerusform>Копія справи в пакеті називає {n} захищених джерел, чого списки поруч не роблять. Не передавайте її нікому, хто не має цього знати.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file with blurred parts is in the package as it came, with nothing blurred.</source>
        <translation>
            <numerusform>{n} файл із розмитими частинами є в пакеті таким, яким надійшов, без розмиття.</numerusform>
            <numerusform>{n} файли з розмитими частинами є в пакеті такими, якими надійшли, без розмиття.</numerusform>
            <numerusform>{n} файлів із розмитими частинами є в пакеті такими, якими надійшли, без розмиття.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} link says this, and it was kept. Change it in the inspector.</source>
        <translation>
            <numerusform>{n} зв’язок каже це, і його збережено. Змініть його в інспекторі.</numerusform>
            <numerusform>{n} зв’язки кажуть це разом, і всі збережено. Змініть їх по одному в інспекторі.</numerusform>
            <numerusform>{n} зв’язків кажуть це разом, і всі збережено. Змініть їх по одному в інспекторі.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been done in this case yet, so there is no moment.</source>
        <translation>У цій справі ще нічого не зроблено, тож немає й моменту.</translation>
    </message>
    <message>
        <source>A snapshot needs a name, so none was taken.</source>
        <translation>Знімок стану потребує назви, тож його не створено.</translation>
    </message>
    <message>
        <source>There is a snapshot “{name}” already; choose another name.</source>
        <translation>Знімок стану «{name}» уже є; виберіть іншу назву.</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Вердикти</translation>
    </message>
    <message>
        <source>Claims and their parts</source>
        <translation>Твердження та їхні частини</translation>
    </message>
    <message>
        <source>Evidence and other items</source>
        <translation>Докази та інші елементи</translation>
    </message>
    <message>
        <source>Files and what is marked on them</source>
        <translation>Файли та позначене на них</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Картки</translation>
    </message>
    <message>
        <source>Where cards lie</source>
        <translation>Де лежать картки</translation>
    </message>
    <message>
        <source>The case itself</source>
        <translation>Сама справа</translation>
    </message>
    <message>
        <source>The file is missing, so nothing says that this is a bag.</source>
        <translation>Файлу немає, тож ніщо не каже, що це пакет.</translation>
    </message>
    <message>
        <source>It begins with a byte-order mark, which is not allowed there.</source>
        <translation>Він починається з позначки порядку байтів, якої там не має бути.</translation>
    </message>
    <message>
        <source>It does not name the version and the encoding of the bag as it must: two lines, one space after each colon.</source>
        <translation>Він не називає версії та кодування пакета так, як має: два рядки, один пробіл після кожної двокрапки.</translation>
    </message>
    <message>
        <source>The bag is of version {version}; 0.93 to 1.0 are read here.</source>
        <translation>Пакет має версію {version}; тут читаються версії від 0.93 до 1.0.</translation>
    </message>
    <message>
        <source>The encoding “{encoding}” is not known, so UTF-8 is tried.</source>
        <translation>Кодування “{encoding}” невідоме, тож прочитано як UTF-8.</translation>
    </message>
    <message>
        <source>There is no folder with a payload.</source>
        <translation>Немає теки з вмістом.</translation>
    </message>
    <message>
        <source>There is no manifest, so nothing says what the payload should be.</source>
        <translation>Немає жодного маніфесту, тож ніщо не каже, яким має бути вміст.</translation>
    </message>
    <message>
        <source>Its checksums are of a sort that is not known here, and were not compared.</source>
        <translation>Його контрольні суми тут невідомого виду, їх не порівняно.</translation>
    </message>
    <message>
        <source>It is written with “./” before it in “{name}”.</source>
        <translation>У “{name}” перед ним стоїть “./”.</translation>
    </message>
    <message>
        <source>“{name}” lists it, and it is not in the payload.</source>
        <translation>“{name}” називає його, а до вмісту він не належить.</translation>
    </message>
    <message>
        <source>It is not in the encoding that the bag names ({encoding}).</source>
        <translation>Він не в тому кодуванні, яке називає пакет ({encoding}).</translation>
    </message>
    <message>
        <source>Line {n} is no label with a value.</source>
        <translation>Рядок {n} не є назвою зі значенням.</translation>
    </message>
    <message>
        <source>Some systems take it for “{other}”: only capitals or accents differ.</source>
        <translation>Деякі системи сплутають його з “{other}”: різняться лише великі літери або діакритичні знаки.</translation>
    </message>
    <message>
        <source>Its checksums are all of sorts that are not known here.</source>
        <translation>Усі його контрольні суми тут невідомих видів.</translation>
    </message>
    <message>
        <source>Line {n} is no checksum with a path.</source>
        <translation>Рядок {n} не є контрольною сумою зі шляхом.</translation>
    </message>
    <message>
        <source>An asterisk stands before it in “{name}”, as md5sum writes it.</source>
        <translation>У “{name}” перед ним стоїть зірочка, як це пише md5sum.</translation>
    </message>
    <message>
        <source>“{name}” lists it twice, with two checksums.</source>
        <translation>“{name}” називає його двічі, з двома контрольними сумами.</translation>
    </message>
    <message>
        <source>“{name}” lists it twice.</source>
        <translation>“{name}” називає його двічі.</translation>
    </message>
    <message>
        <source>“{name}” lists it, and what is there is “{other}”: only capitals or accents differ.</source>
        <translation>“{name}” називає його, а наявний файл — “{other}”: різняться лише великі літери або діакритичні знаки.</translation>
    </message>
    <message>
        <source>Line {n} is no address with a length and a path.</source>
        <translation>Рядок {n} не є адресою з довжиною та шляхом.</translation>
    </message>
    <message>
        <source>It is not what “{name}” says: its bytes were changed.</source>
        <translation>Він не той, про який каже “{name}”: його байти змінено.</translation>
    </message>
    <message>
        <source>Payload-Oxum says {told}, and the payload has {there} (bytes, a dot, files).</source>
        <translation>Payload-Oxum каже {told}, а вміст має {there} (байти, крапка, файли).</translation>
    </message>
    <message>
        <source>Its checksums (MD5, SHA-1) tell accidents, and not that somebody changed a file on purpose.</source>
        <translation>Його контрольні суми (MD5, SHA-1) виявляють випадкові зміни, але не навмисну зміну файлу.</translation>
    </message>
    <message>
        <source>It is to be fetched from {url}. Nothing is ever fetched: put it in its place first.</source>
        <translation>Його слід отримати з {url}. Ніщо ніколи не завантажується: спершу покладіть його на місце.</translation>
    </message>
    <message>
        <source>“{name}” lists it, and it is not there.</source>
        <translation>“{name}” називає його, а його немає.</translation>
    </message>
    <message>
        <source>No manifest lists it.</source>
        <translation>Жоден маніфест його не називає.</translation>
    </message>
    <message>
        <source>“{name}” does not list it.</source>
        <translation>“{name}” його не називає.</translation>
    </message>
    <message>
        <source>Checking was stopped; nothing was changed.</source>
        <translation>Перевірку зупинено; нічого не змінено.</translation>
    </message>
    <message>
        <source>It leads out of the bag (“..”).</source>
        <translation>Він веде за межі пакета (“..”).</translation>
    </message>
    <message>
        <source>It is absolute, and leads out of the bag.</source>
        <translation>Він абсолютний і веде за межі пакета.</translation>
    </message>
    <message>
        <source>It begins with “~”, which leads to somebody&apos;s own folder.</source>
        <translation>Він починається з “~”, що веде до чиєїсь власної теки.</translation>
    </message>
    <message>
        <source>It begins with the letter of a drive, and leads out of the bag.</source>
        <translation>Він починається з літери диска й веде за межі пакета.</translation>
    </message>
    <message>
        <source>It has a zero byte in it.</source>
        <translation>У ньому є нульовий байт.</translation>
    </message>
    <message>
        <source>Its accents are signs of their own (not NFC), which some systems write otherwise.</source>
        <translation>Його діакритичні знаки стоять окремо (не NFC), а деякі системи пишуть їх інакше.</translation>
    </message>
    <message>
        <source>Windows keeps the name “{name}” for a device.</source>
        <translation>Windows лишає ім&apos;я “{name}” для пристрою.</translation>
    </message>
    <message>
        <source>It has signs that Windows does not allow in names.</source>
        <translation>У ньому є знаки, яких Windows не допускає в іменах.</translation>
    </message>
    <message>
        <source>“{name}” holds more than {most} files, so it was not looked at.</source>
        <translation>У “{name}” понад {most} файлів, тож його не переглянуто.</translation>
    </message>
    <message>
        <source>It is larger than {size} MiB, so it was not read.</source>
        <translation>Він більший за {size} МіБ, тож його не прочитано.</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>це не звичайний файл</translation>
    </message>
    <message>
        <source>It is a link or a device, which is not followed.</source>
        <translation>Це посилання або пристрій, за якими не йдуть.</translation>
    </message>
    <message>
        <source>The package was not sound when it was read again, so it was not kept: {trouble}</source>
        <translation>Пакет виявився несправним, коли його перечитали, тож його не збережено: {trouble}</translation>
    </message>
    <message>
        <source>“{name}” holds several bags; unpack it first.</source>
        <translation>У “{name}” кілька пакетів; спершу розпакуйте його.</translation>
    </message>
    <message>
        <source>“{name}” would be too large when unpacked.</source>
        <translation>“{name}” був би завеликим після розпакування.</translation>
    </message>
    <message>
        <source>“{name}” is packed so tightly that it can only be meant to do harm, so it was not unpacked.</source>
        <translation>“{name}” стиснуто так щільно, що це може бути лише на шкоду, тож його не розпаковано.</translation>
    </message>
    <message>
        <source>It lies beside the bag in the same ZIP file.</source>
        <translation>Він лежить поруч із пакетом у тому самому ZIP-файлі.</translation>
    </message>
    <message>
        <source>It is encrypted, so it cannot be read.</source>
        <translation>Він зашифрований, тож його не можна прочитати.</translation>
    </message>
    <message>
        <source>It is packed in a way that is not read here.</source>
        <translation>Він стиснутий у спосіб, який тут не читається.</translation>
    </message>
    <message>
        <source>The ZIP file has two files of this name.</source>
        <translation>У ZIP-файлі два файли з цим ім&apos;ям.</translation>
    </message>
    <message>
        <source>It has more than {largest} MiB, so it was not read.</source>
        <translation>Він має понад {largest} МіБ, тож його не прочитано.</translation>
    </message>
    <message>
        <source>It holds the marks of two versions that were not merged; settle those first.</source>
        <translation>Він містить позначки двох незлитих версій; спершу розв’яжіть це.</translation>
    </message>
    <message>
        <source>It is no canvas: a canvas is one JSON object.</source>
        <translation>Це не полотно: полотно – це один об’єкт JSON.</translation>
    </message>
    <message>
        <source>Edge {n} has no id, or one that another has: it got one of its own.</source>
        <translation>Ребро {n} не має ідентифікатора або має чужий: воно отримало власний.</translation>
    </message>
    <message>
        <source>It is no canvas: its “{name}” are no list.</source>
        <translation>Це не полотно: його «{name}» – не список.</translation>
    </message>
    <message>
        <source>It has more than {most} {name}, so it was not read.</source>
        <translation>Він має понад {most} {name}, тож його не прочитано.</translation>
    </message>
    <message>
        <source>Node {n} is no object: kept, not shown.</source>
        <translation>Вузол {n} – не об’єкт: збережено, не показано.</translation>
    </message>
    <message>
        <source>Node {n} is of the unknown type “{type}”: kept, not shown.</source>
        <translation>Вузол {n} має невідомий тип «{type}»: збережено, не показано.</translation>
    </message>
    <message>
        <source>Node {n} has no {name}.</source>
        <translation>Вузол {n} не має {name}.</translation>
    </message>
    <message>
        <source>Node {n} has an id that another has: it got one of its own.</source>
        <translation>Вузол {n} має ідентифікатор іншого: він отримав власний.</translation>
    </message>
    <message>
        <source>Node {n} has no id: it got one.</source>
        <translation>Вузол {n} не має ідентифікатора: він його отримав.</translation>
    </message>
    <message>
        <source>Node {n} does not say where it lies or how large it is.</source>
        <translation>Вузол {n} не каже, де він лежить або який він завбільшки.</translation>
    </message>
    <message>
        <source>Edge {n} is no object: kept, not shown.</source>
        <translation>Ребро {n} – не об’єкт: збережено, не показано.</translation>
    </message>
    <message>
        <source>Edge {n} does not say what it joins: kept, not shown.</source>
        <translation>Ребро {n} не каже, що воно з’єднує: збережено, не показано.</translation>
    </message>
    <message>
        <source>Edge {n} leads to no node: kept, not shown.</source>
        <translation>Ребро {n} не веде до жодного вузла: збережено, не показано.</translation>
    </message>
    <message>
        <source>Edge {n} ends at a group: kept, not shown.</source>
        <translation>Ребро {n} закінчується на групі: збережено, не показано.</translation>
    </message>
    <message>
        <source>Edge {n} joins a node with itself: kept, not shown.</source>
        <translation>Ребро {n} з’єднує вузол із самим собою: збережено, не показано.</translation>
    </message>
    <message numerus="yes">
        <source>{n} link that ends at another link is not in it.</source>
        <translation>
            <numerusform>{n} зв’язку, що закінчується на іншому зв’язку, у ньому немає.</numerusform>
            <numerusform>{n} зв’язків, що закінчуються на інших зв’язках, у ньому немає.</numerusform>
            <numerusform>{n} зв’язків, що закінчуються на інших зв’язках, у ньому немає.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is something called “{name}” already, so nothing was written there. Choose another name.</source>
        <translation>Щось із назвою “{name}” вже є, тож там нічого не записано. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>verdict out of date</source>
        <translation>вердикт застарів</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <source>A redaction profile needs a name, so none was kept.</source>
        <translation>Профіль вилучень потребує назви, тож його не збережено.</translation>
    </message>
    <message>
        <source>There is a redaction profile “{name}” already; choose another name.</source>
        <translation>Профіль вилучень «{name}» уже є; виберіть іншу назву.</translation>
    </message>
    <message>
        <source>This case is a redacted copy, made after entry {n} of another, which has the hash {head}</source>
        <translation>Ця справа – копія з вилученнями, зроблена після запису {n} іншої справи з хешем {head}</translation>
    </message>
    <message>
        <source>The tables are in UTF-8. A cell that a spreadsheet would run as a formula begins with an apostrophe that does not belong to it; a text that itself begins so has one more.</source>
        <translation>Таблиці записано в UTF-8. Клітинка, яку табличний редактор виконав би як формулу, починається з апострофа, що їй не належить; текст, який сам так починається, має на один більше.</translation>
    </message>
    <message>
        <source>A date stands as it was stated, in EDTF, and with its earliest and latest day or moment by the stated clock; a place by its name or as stated, and with its middle in degrees.</source>
        <translation>Дата стоїть так, як її подано, в EDTF, і з найранішим та найпізнішим днем чи моментом за вказаним годинником; місце — за назвою або як подано, і з серединою в градусах.</translation>
    </message>
    <message>
        <source>Where a cell holds several things, a semicolon and a gap stand between them, and a semicolon in one of them is doubled. Columns that end in _id name rows of other tables.</source>
        <translation>Де в клітинці кілька речей, між ними стоять крапка з комою та пропуск, а крапку з комою в самій речі подвоєно. Стовпці, що закінчуються на _id, називають рядки інших таблиць.</translation>
    </message>
    <message>
        <source>The bytes of files are not here: exhibits.csv has their SHA-256.</source>
        <translation>Байтів файлів тут немає: exhibits.csv містить їхні SHA-256.</translation>
    </message>
    <message>
        <source>Columns of items.csv that are fields:</source>
        <translation>Стовпці items.csv, що є полями:</translation>
    </message>
    <message numerus="yes">
        <source>{n} protected source is here without its name.</source>
        <translation>
            <numerusform>{n} захищене джерело тут без імені.</numerusform>
            <numerusform>{n} захищені джерела тут без імен.</numerusform>
            <numerusform>{n} захищених джерел тут без імен.</numerusform>
        </translation>
    </message>
    <message>
        <source>A table could not be read again after it was written, so none was kept.</source>
        <translation>Таблицю не вдалося прочитати після запису, тож жодної не залишено.</translation>
    </message>
    <message numerus="yes">
        <source>It describes {n} thing.</source>
        <translation>
            <numerusform>Він описує {n} річ.</numerusform>
            <numerusform>Він описує {n} речі.</numerusform>
            <numerusform>Він описує {n} речей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} link came with it.</source>
        <translation>
            <numerusform>З ним прийшов {n} зв’язок.</numerusform>
            <numerusform>З ним прийшло {n} зв’язки.</numerusform>
            <numerusform>З ним прийшло {n} зв’язків.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} part of it was left out.</source>
        <translation>
            <numerusform>{n} частину пропущено.</numerusform>
            <numerusform>{n} частини пропущено.</numerusform>
            <numerusform>{n} частин пропущено.</numerusform>
        </translation>
    </message>
    <message>
        <source>An export needs the name of a folder to be written.</source>
        <translation>Для експорту потрібна назва теки, яку буде записано.</translation>
    </message>
    <message>
        <source>“{name}” is no folder, so nothing was written there. Choose another name.</source>
        <translation>«{name}» не є текою, тож туди нічого не записано. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>“{name}” holds something else than an earlier export, so nothing was written there. Choose an empty folder, or a name that is free.</source>
        <translation>«{name}» містить щось інше, ніж попередній експорт, тож туди нічого не записано. Виберіть порожню теку або вільну назву.</translation>
    </message>
    <message>
        <source>What it joins is not in the file.</source>
        <translation>Того, що він поєднує, у файлі немає.</translation>
    </message>
    <message>
        <source>It has more than {largest} MiB, so it was not read as a diagram.</source>
        <translation>Він більший за {largest} МіБ, тож його не прочитано як діаграму.</translation>
    </message>
    <message>
        <source>There is no entity of FollowTheMoney in it.</source>
        <translation>У ньому немає жодної сутності FollowTheMoney.</translation>
    </message>
    <message>
        <source>Its id stands there twice; the first was taken.</source>
        <translation>Його ідентифікатор трапляється двічі; узято перше.</translation>
    </message>
    <message>
        <source>It is a page of a document, whose words come with the file.</source>
        <translation>Це сторінка документа, слова якої приходять разом із файлом.</translation>
    </message>
    <message>
        <source>The schema “{schema}” is not known here; it became an entity.</source>
        <translation>Схема «{schema}» тут невідома; це стало сутністю.</translation>
    </message>
    <message>
        <source>Its date stands in the notes: {trouble}</source>
        <translation>Дата лишилася в нотатках: {trouble}</translation>
    </message>
    <message>
        <source>It has more than {things} things or {ties} links, so it was not read as a diagram.</source>
        <translation>У ньому понад {things} речей або {ties} зв’язків, тож його не прочитано як діаграму.</translation>
    </message>
    <message>
        <source>It is no entity of FollowTheMoney.</source>
        <translation>Це не сутність FollowTheMoney.</translation>
    </message>
    <message>
        <source>This line is no JSON that can be read.</source>
        <translation>Цей рядок не є JSON, який можна прочитати.</translation>
    </message>
    <message>
        <source>The graph could not be read again after it was written, so it was not kept.</source>
        <translation>Граф не вдалося прочитати після запису, тож його не залишено.</translation>
    </message>
    <message>
        <source>What it joins is not in the file, or is nothing that a link may join.</source>
        <translation>Того, що він поєднує, у файлі немає, або зв’язок не може цього поєднувати.</translation>
    </message>
    <message>
        <source>An edge between more than two nodes cannot be a link.</source>
        <translation>Ребро між більш ніж двома вузлами не може стати зв’язком.</translation>
    </message>
    <message>
        <source>Its id is missing, or stands there twice; the first was taken.</source>
        <translation>Ідентифікатора немає або він трапляється двічі; узято перше.</translation>
    </message>
    <message>
        <source>What it is, “{word}”, is not known here; it became an entity.</source>
        <translation>Чим це є («{word}»), тут невідомо; це стало сутністю.</translation>
    </message>
    <message>
        <source>“{type}” may not join what it joins, so it became “related”.</source>
        <translation>«{type}» не може поєднувати те, що він поєднує, тож став «пов’язано з».</translation>
    </message>
    <message>
        <source>It declares entities of its own, so it was not read.</source>
        <translation>Він оголошує власні сутності XML, тож його не прочитано.</translation>
    </message>
    <message>
        <source>There is no graph in it.</source>
        <translation>У ньому немає графа.</translation>
    </message>
    <message>
        <source>It is no GraphML.</source>
        <translation>Це не GraphML.</translation>
    </message>
    <message>
        <source>Its XML is nested too deeply to be read.</source>
        <translation>Його XML вкладено надто глибоко, щоб прочитати.</translation>
    </message>
    <message>
        <source>Its XML is broken in line {line}.</source>
        <translation>Його XML пошкоджено в рядку {line}.</translation>
    </message>
    <message>
        <source>Its XML is in an encoding that is not read.</source>
        <translation>Його XML у кодуванні, яке не читається.</translation>
    </message>
    <message>
        <source>{title}, as of {at}, journal #{number}, head {head}. Made with {maker}.</source>
        <translation>{title}, станом на {at}, журнал №{number}, вершина {head}. Створено в {maker}.</translation>
    </message>
    <message>
        <source>Case without a title</source>
        <translation>Справа без назви</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <source>Protected sources, which are not named and need not be one</source>
        <translation>Захищені джерела: їх не названо, і це не обов’язково одне джерело</translation>
    </message>
    <message>
        <source>Source without a name</source>
        <translation>Джерело без назви</translation>
    </message>
    <message numerus="yes">
        <source>{n} page</source>
        <translation>
            <numerusform>{n} сторінка</numerusform>
            <numerusform>{n} сторінки</numerusform>
            <numerusform>{n} сторінок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} picture</source>
        <translation>
            <numerusform>{n} зображення</numerusform>
            <numerusform>{n} зображення</numerusform>
            <numerusform>{n} зображень</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text in it: the search finds its name only.</source>
        <translation>Тексту в ньому немає: пошук знаходить лише його назву.</translation>
    </message>
    <message>
        <source>No text in this PDF: it is pictures of pages.</source>
        <translation>У цьому PDF немає тексту: це зображення сторінок.</translation>
    </message>
    <message>
        <source>It is very long: the search finds the words of its beginning only.</source>
        <translation>Він дуже довгий: пошук знаходить лише слова з його початку.</translation>
    </message>
    <message>
        <source>It is locked with a password: the search finds its name only.</source>
        <translation>Його захищено паролем: пошук знаходить лише його назву.</translation>
    </message>
    <message>
        <source>Its text cannot be read: the search finds its name only.</source>
        <translation>Його текст не вдається прочитати: пошук знаходить лише його назву.</translation>
    </message>
    <message>
        <source>Reading its text took more time or memory than is allowed: the search finds its name only.</source>
        <translation>Читання його тексту потребувало більше часу або пам’яті, ніж дозволено: пошук знаходить лише його назву.</translation>
    </message>
    <message>
        <source>It is too large for its text to be read: the search finds its name only.</source>
        <translation>Він завеликий, щоб читати його текст: пошук знаходить лише його назву.</translation>
    </message>
    <message>
        <source>The case has as much text as the search can take: it finds the name of this file only.</source>
        <translation>У справі вже стільки тексту, скільки може вмістити пошук: цей файл він знаходить лише за назвою.</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Без виду</translation>
    </message>
    <message>
        <source>No status</source>
        <translation>Без стану</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>Без міток</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Без джерела</translation>
    </message>
    <message>
        <source>Reliability not judged</source>
        <translation>Надійність не оцінено</translation>
    </message>
    <message>
        <source>Credibility not judged</source>
        <translation>Достовірність не оцінено</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Без вердикту</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>Стан: {status}</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>Мітка: {tag}</translation>
    </message>
    <message>
        <source>Reliability {grade}</source>
        <translation>Надійність {grade}</translation>
    </message>
    <message>
        <source>Credibility {grade}</source>
        <translation>Достовірність {grade}</translation>
    </message>
    <message>
        <source>Verdict: {verdict}</source>
        <translation>Вердикт: {verdict}</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Джерело: {name}</translation>
    </message>
    <message>
        <source>Source: unnamed</source>
        <translation>Джерело: без назви</translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation>Джерело без назви</translation>
    </message>
    <message>
        <source>Not: {what}</source>
        <translation>Не: {what}</translation>
    </message>
    <message numerus="yes">
        <source>One source</source>
        <translation>
            <numerusform>{n} джерело</numerusform>
            <numerusform>{n} джерела</numerusform>
            <numerusform>{n} джерел</numerusform>
        </translation>
    </message>
    <message>
        <source>With files</source>
        <translation>З файлами</translation>
    </message>
    <message>
        <source>Without files</source>
        <translation>Без файлів</translation>
    </message>
    <message>
        <source>The basis of the zone does not fit the date: it is unknown exactly where the date has no offset from UTC.</source>
        <translation>Підстава часового поясу не відповідає даті: вона невідома саме тоді, коли в даті немає зсуву від UTC.</translation>
    </message>
    <message>
        <source>The word {value} does not fit the range.</source>
        <translation>Слово {value} не відповідає діапазону.</translation>
    </message>
    <message>
        <source>The stored date lacks a part or has one that is not known.</source>
        <translation>У збереженій даті бракує частини або одна з частин невідома.</translation>
    </message>
    <message>
        <source>The stored date holds a word that this version does not know.</source>
        <translation>Збережена дата містить слово, якого ця версія не знає.</translation>
    </message>
    <message>
        <source>The stored date is not in the EDTF form that dates are kept in.</source>
        <translation>Збережена дата не має форми EDTF, у якій зберігають дати.</translation>
    </message>
    <message>
        <source>The stored text of the date has white space around it.</source>
        <translation>Збережений текст дати має пробіли на початку чи в кінці.</translation>
    </message>
    <message>
        <source>The source states the zone: no other can be inferred.</source>
        <translation>Джерело зазначає часовий пояс: вивести інший не можна.</translation>
    </message>
    <message>
        <source>An offset from UTC is given in whole minutes.</source>
        <translation>Зсув від UTC указують цілими хвилинами.</translation>
    </message>
    <message>
        <source>A zone can be inferred for a time of day only.</source>
        <translation>Часовий пояс можна вивести лише для часу доби.</translation>
    </message>
    <message>
        <source>A position on the board must be a finite number.</source>
        <translation>Положення на дошці має бути скінченним числом.</translation>
    </message>
    <message>
        <source>no known interest</source>
        <translation>відомого інтересу немає</translation>
    </message>
    <message>
        <source>party</source>
        <translation>сторона</translation>
    </message>
    <message>
        <source>ally of a party</source>
        <translation>союзник сторони</translation>
    </message>
    <message>
        <source>adversary of a party</source>
        <translation>противник сторони</translation>
    </message>
    <message>
        <source>interest unknown</source>
        <translation>інтерес невідомий</translation>
    </message>
    <message>
        <source>source: {interest}, here: {other}</source>
        <translation>за джерелом: {interest}, тут: {other}</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Доказ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>Незалежних</translation>
    </message>
    <message>
        <source>Manufacture is not transfer.</source>
        <translation>Виготовлення – ще не передання.</translation>
    </message>
    <message>
        <source>Who made it does not say who fired it.</source>
        <translation>З того, хто це виготовив, не випливає, хто це випустив.</translation>
    </message>
    <message>
        <source>Parts that anybody can buy do not say who put them together.</source>
        <translation>Деталі, які може купити будь-хто, не вказують на те, хто їх зібрав.</translation>
    </message>
    <message>
        <source>Only photographs were examined, not the object itself.</source>
        <translation>Досліджено лише фотографії, а не сам об’єкт.</translation>
    </message>
    <message>
        <source>Where it was found is taken from those who found it.</source>
        <translation>Місце знахідки зазначено зі слів тих, хто це знайшов.</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>Створення справи</translation>
    </message>
    <message>
        <source>Describe case</source>
        <translation>Опис справи</translation>
    </message>
    <message>
        <source>Place board</source>
        <translation>Розміщення дошки</translation>
    </message>
    <message>
        <source>Lay out board</source>
        <translation>Компонування дошки</translation>
    </message>
    <message>
        <source>Add board</source>
        <translation>Додавання дошки</translation>
    </message>
    <message>
        <source>Rename board</source>
        <translation>Перейменування дошки</translation>
    </message>
    <message>
        <source>Reorder boards</source>
        <translation>Зміна порядку дощок</translation>
    </message>
    <message>
        <source>Delete board</source>
        <translation>Видалення дошки</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>Додавання рамки</translation>
    </message>
    <message>
        <source>Rename frame</source>
        <translation>Перейменування рамки</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>Додавання зв’язку</translation>
    </message>
    <message>
        <source>Reconnect link</source>
        <translation>Перез’єднання зв’язку</translation>
    </message>
    <message>
        <source>Bend string</source>
        <translation>Вигинання нитки</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Збереження вигляду</translation>
    </message>
    <message>
        <source>Replace view</source>
        <translation>Заміна вигляду</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Перейменування вигляду</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Видалення вигляду</translation>
    </message>
    <message>
        <source>Import canvas</source>
        <translation>Імпорт полотна</translation>
    </message>
    <message>
        <source>Make redacted copy</source>
        <translation>Зробити копію з вилученнями</translation>
    </message>
    <message>
        <source>Add redaction profile</source>
        <translation>Додати профіль вилучень</translation>
    </message>
    <message>
        <source>Change redaction profile</source>
        <translation>Змінити профіль вилучень</translation>
    </message>
    <message>
        <source>Delete redaction profile</source>
        <translation>Видалити профіль вилучень</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Створення знімка стану</translation>
    </message>
    <message>
        <source>Rename snapshot</source>
        <translation>Перейменування знімка стану</translation>
    </message>
    <message>
        <source>Edit note of snapshot</source>
        <translation>Зміна нотатки до знімка стану</translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation>Вилучення знімка стану</translation>
    </message>
    <message>
        <source>Reorder views</source>
        <translation>Зміна порядку виглядів</translation>
    </message>
    <message>
        <source>Save matched points</source>
        <translation>Збереження зіставлених точок</translation>
    </message>
    <message>
        <source>Mark on a picture</source>
        <translation>Нанесення позначки на зображення</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Видалення позначки</translation>
    </message>
    <message>
        <source>Move a mark</source>
        <translation>Переміщення позначки</translation>
    </message>
    <message>
        <source>Set the scale of a picture</source>
        <translation>Задати масштаб зображення</translation>
    </message>
    <message>
        <source>Edit a mark</source>
        <translation>Редагування позначки</translation>
    </message>
    <message>
        <source>Point a link at a mark</source>
        <translation>Спрямування зв’язку на позначку</translation>
    </message>
    <message>
        <source>Set scale</source>
        <translation>Задання шкали</translation>
    </message>
    <message>
        <source>Remove scale</source>
        <translation>Вилучення шкали</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Додавання джерела</translation>
    </message>
    <message>
        <source>Merge source</source>
        <translation>Об’єднання джерела</translation>
    </message>
    <message>
        <source>Merge nothing</source>
        <translation>Об’єднання: нічого</translation>
    </message>
    <message>
        <source>Make one origin</source>
        <translation>Об’єднання в одне походження</translation>
    </message>
    <message>
        <source>Take out of one origin</source>
        <translation>Вилучення з одного походження</translation>
    </message>
    <message>
        <source>Add element</source>
        <translation>Додавання складової</translation>
    </message>
    <message>
        <source>Reorder elements</source>
        <translation>Зміна порядку складових</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Додавання файлу</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Приєднання файлу</translation>
    </message>
    <message>
        <source>Reorder files</source>
        <translation>Зміна порядку файлів</translation>
    </message>
    <message>
        <source>Use as still</source>
        <translation>Зробити кадром відео</translation>
    </message>
    <message>
        <source>Note a capture</source>
        <translation>Зазначення збереження копії</translation>
    </message>
    <message>
        <source>Edit caption</source>
        <translation>Редагування підпису</translation>
    </message>
    <message>
        <source>Edit fields</source>
        <translation>Редагування полів</translation>
    </message>
    <message>
        <source>Edit title</source>
        <translation>Редагування заголовка</translation>
    </message>
    <message>
        <source>Edit name</source>
        <translation>Редагування назви</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>Редагування напису</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Редагування нотатки</translation>
    </message>
    <message>
        <source>Delete nothing</source>
        <translation>Видалення: нічого</translation>
    </message>
    <message>
        <source>Duplicate nothing</source>
        <translation>Дублювання: нічого</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Замикання</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Відімкнення</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закріплення</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Відкріплення</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Колір</translation>
    </message>
    <message>
        <source>Record assessment</source>
        <translation>Запис оцінки</translation>
    </message>
    <message>
        <source>Record reliability</source>
        <translation>Запис надійності</translation>
    </message>
    <message>
        <source>Record credibility</source>
        <translation>Запис достовірності</translation>
    </message>
    <message>
        <source>Record likelihood</source>
        <translation>Запис імовірності</translation>
    </message>
    <message>
        <source>Record confidence</source>
        <translation>Запис упевненості</translation>
    </message>
    <message>
        <source>Record verdict</source>
        <translation>Запис вердикту</translation>
    </message>
    <message>
        <source>Rate evidence</source>
        <translation>Оцінити доказ</translation>
    </message>
    <message>
        <source>Clear rating</source>
        <translation>Прибрати оцінку</translation>
    </message>
    <message>
        <source>Link evidence</source>
        <translation>Пов’язати доказ</translation>
    </message>
    <message>
        <source>Unlink evidence</source>
        <translation>Від’єднати доказ</translation>
    </message>
    <message>
        <source>Dismiss weak point</source>
        <translation>Відкласти слабке місце</translation>
    </message>
    <message>
        <source>Reopen weak point</source>
        <translation>Повернути слабке місце</translation>
    </message>
    <message>
        <source>Recover what could be read</source>
        <translation>Відновлення всього, що вдалося прочитати</translation>
    </message>
    <message>
        <source>Expunge file</source>
        <translation>Вилучення файлу назавжди</translation>
    </message>
    <message>
        <source>Verify case</source>
        <translation>Перевірка справи</translation>
    </message>
    <message>
        <source>Drag file out</source>
        <translation>Перетягування файлу назовні</translation>
    </message>
    <message>
        <source>Save copy of case</source>
        <translation>Збереження копії справи</translation>
    </message>
    <message>
        <source>Redact file</source>
        <translation>Маскування файлу</translation>
    </message>
    <message>
        <source>Restore file</source>
        <translation>Відновити файл</translation>
    </message>
    <message>
        <source>Restore an earlier state</source>
        <translation>Відновлення ранішого стану</translation>
    </message>
    <message>
        <source>Convert to another kind</source>
        <translation>Зробити іншим видом</translation>
    </message>
    <message>
        <source>Add claim</source>
        <translation>Додавання твердження</translation>
    </message>
    <message>
        <source>Add satellite image</source>
        <translation>Додавання супутникового знімка</translation>
    </message>
    <message>
        <source>Add debris analysis</source>
        <translation>Додавання аналізу уламків</translation>
    </message>
    <message>
        <source>Add official statement</source>
        <translation>Додавання офіційної заяви</translation>
    </message>
    <message>
        <source>Add document</source>
        <translation>Додавання документа</translation>
    </message>
    <message>
        <source>Add media</source>
        <translation>Додавання медіа</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>Додавання події</translation>
    </message>
    <message>
        <source>Add entity</source>
        <translation>Додавання сутності</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Додавання нотатки</translation>
    </message>
    <message>
        <source>Add linked claim</source>
        <translation>Додавання пов’язаного твердження</translation>
    </message>
    <message>
        <source>Add linked satellite image</source>
        <translation>Додавання пов’язаного супутникового знімка</translation>
    </message>
    <message>
        <source>Add linked debris analysis</source>
        <translation>Додавання пов’язаного аналізу уламків</translation>
    </message>
    <message>
        <source>Add linked official statement</source>
        <translation>Додавання пов’язаної офіційної заяви</translation>
    </message>
    <message>
        <source>Add linked document</source>
        <translation>Додавання пов’язаного документа</translation>
    </message>
    <message>
        <source>Add linked media</source>
        <translation>Додавання пов’язаного медіа</translation>
    </message>
    <message>
        <source>Add linked event</source>
        <translation>Додавання пов’язаної події</translation>
    </message>
    <message>
        <source>Add linked entity</source>
        <translation>Додавання пов’язаної сутності</translation>
    </message>
    <message>
        <source>Add linked note</source>
        <translation>Додавання пов’язаної нотатки</translation>
    </message>
    <message>
        <source>Add linked board</source>
        <translation>Додавання пов’язаної дошки</translation>
    </message>
    <message>
        <source>Delete claim</source>
        <translation>Видалення твердження</translation>
    </message>
    <message>
        <source>Delete satellite image</source>
        <translation>Видалення супутникового знімка</translation>
    </message>
    <message>
        <source>Delete debris analysis</source>
        <translation>Видалення аналізу уламків</translation>
    </message>
    <message>
        <source>Delete official statement</source>
        <translation>Видалення офіційної заяви</translation>
    </message>
    <message>
        <source>Delete document</source>
        <translation>Видалення документа</translation>
    </message>
    <message>
        <source>Delete media</source>
        <translation>Видалення медіа</translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation>Видалення події</translation>
    </message>
    <message>
        <source>Delete entity</source>
        <translation>Видалення сутності</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>Видалення нотатки</translation>
    </message>
    <message>
        <source>Delete board card</source>
        <translation>Видалення картки дошки</translation>
    </message>
    <message>
        <source>Place card</source>
        <translation>Розміщення картки</translation>
    </message>
    <message>
        <source>Move card</source>
        <translation>Переміщення картки</translation>
    </message>
    <message>
        <source>Resize card</source>
        <translation>Зміна розміру картки</translation>
    </message>
    <message>
        <source>Align card</source>
        <translation>Вирівнювання картки</translation>
    </message>
    <message>
        <source>Distribute card</source>
        <translation>Розподіл картки</translation>
    </message>
    <message>
        <source>Stack card</source>
        <translation>Шикування картки</translation>
    </message>
    <message>
        <source>Pack card</source>
        <translation>Ущільнення картки</translation>
    </message>
    <message>
        <source>Fit card</source>
        <translation>Підгонка картки за вмістом</translation>
    </message>
    <message>
        <source>Duplicate card</source>
        <translation>Дублювання картки</translation>
    </message>
    <message>
        <source>Paste card</source>
        <translation>Вставлення картки</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>Додавання картки</translation>
    </message>
    <message>
        <source>Take card off the board</source>
        <translation>Зняття картки з дошки</translation>
    </message>
    <message>
        <source>Bring card to the front</source>
        <translation>Переміщення картки на передній план</translation>
    </message>
    <message>
        <source>Send card to the back</source>
        <translation>Переміщення картки на задній план</translation>
    </message>
    <message>
        <source>Bring card forward</source>
        <translation>Переміщення картки на крок уперед</translation>
    </message>
    <message>
        <source>Send card backward</source>
        <translation>Переміщення картки на крок назад</translation>
    </message>
    <message>
        <source>Tidy card by their links</source>
        <translation>Упорядкування картки за зв’язками</translation>
    </message>
    <message>
        <source>Tidy card by time</source>
        <translation>Упорядкування картки за часом</translation>
    </message>
    <message>
        <source>Tidy card by kind</source>
        <translation>Упорядкування картки за видом</translation>
    </message>
    <message>
        <source>Tidy card around one of them</source>
        <translation>Упорядкування картки довкола однієї з них</translation>
    </message>
    <message>
        <source>Move frame</source>
        <translation>Переміщення рамки</translation>
    </message>
    <message>
        <source>Resize frame</source>
        <translation>Зміна розміру рамки</translation>
    </message>
    <message>
        <source>Align frame</source>
        <translation>Вирівнювання рамки</translation>
    </message>
    <message>
        <source>Distribute frame</source>
        <translation>Розподіл рамки</translation>
    </message>
    <message>
        <source>Stack frame</source>
        <translation>Шикування рамки</translation>
    </message>
    <message>
        <source>Pack frame</source>
        <translation>Ущільнення рамки</translation>
    </message>
    <message>
        <source>Fit frame</source>
        <translation>Підгонка рамки за вмістом</translation>
    </message>
    <message>
        <source>Paste frame</source>
        <translation>Вставлення рамки</translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Вилучення рамки</translation>
    </message>
    <message>
        <source>Collapse frame</source>
        <translation>Згортання рамки</translation>
    </message>
    <message>
        <source>Expand frame</source>
        <translation>Розгортання рамки</translation>
    </message>
    <message>
        <source>Move thing</source>
        <translation>Переміщення об’єкта</translation>
    </message>
    <message>
        <source>Resize thing</source>
        <translation>Зміна розміру об’єкта</translation>
    </message>
    <message>
        <source>Align thing</source>
        <translation>Вирівнювання об’єкта</translation>
    </message>
    <message>
        <source>Distribute thing</source>
        <translation>Розподіл об’єкта</translation>
    </message>
    <message>
        <source>Stack thing</source>
        <translation>Шикування об’єкта</translation>
    </message>
    <message>
        <source>Pack thing</source>
        <translation>Ущільнення об’єкта</translation>
    </message>
    <message>
        <source>Fit thing</source>
        <translation>Підгонка об’єкта за вмістом</translation>
    </message>
    <message>
        <source>Paste thing</source>
        <translation>Вставлення об’єкта</translation>
    </message>
    <message>
        <source>Remove thing</source>
        <translation>Вилучення об’єкта</translation>
    </message>
    <message>
        <source>Reverse link</source>
        <translation>Зміна напрямку зв’язку</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>Видалення зв’язку</translation>
    </message>
    <message>
        <source>Straighten string</source>
        <translation>Випрямлення нитки</translation>
    </message>
    <message>
        <source>Delete item</source>
        <translation>Видалення елемента</translation>
    </message>
    <message>
        <source>Delete record</source>
        <translation>Видалення запису</translation>
    </message>
    <message>
        <source>Delete element</source>
        <translation>Видалення складової</translation>
    </message>
    <message>
        <source>Delete source</source>
        <translation>Видалення джерела</translation>
    </message>
    <message>
        <source>Detach file</source>
        <translation>Від’єднання файлу</translation>
    </message>
    <message numerus="yes">
        <source>Place {n} card</source>
        <translation>
            <numerusform>Розміщення {n} картки</numerusform>
            <numerusform>Розміщення {n} карток</numerusform>
            <numerusform>Розміщення {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} card</source>
        <translation>
            <numerusform>Переміщення {n} картки</numerusform>
            <numerusform>Переміщення {n} карток</numerusform>
            <numerusform>Переміщення {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize {n} card</source>
        <translation>
            <numerusform>Зміна розміру {n} картки</numerusform>
            <numerusform>Зміна розміру {n} карток</numerusform>
            <numerusform>Зміна розміру {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align {n} card</source>
        <translation>
            <numerusform>Вирівнювання {n} картки</numerusform>
            <numerusform>Вирівнювання {n} карток</numerusform>
            <numerusform>Вирівнювання {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute {n} card</source>
        <translation>
            <numerusform>Розподіл {n} картки</numerusform>
            <numerusform>Розподіл {n} карток</numerusform>
            <numerusform>Розподіл {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack {n} card</source>
        <translation>
            <numerusform>Шикування {n} картки</numerusform>
            <numerusform>Шикування {n} карток</numerusform>
            <numerusform>Шикування {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pack {n} card</source>
        <translation>
            <numerusform>Ущільнення {n} картки</numerusform>
            <numerusform>Ущільнення {n} карток</numerusform>
            <numerusform>Ущільнення {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fit {n} card</source>
        <translation>
            <numerusform>Підгонка {n} картки за вмістом</numerusform>
            <numerusform>Підгонка {n} карток за вмістом</numerusform>
            <numerusform>Підгонка {n} карток за вмістом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate {n} card</source>
        <translation>
            <numerusform>Дублювання {n} картки</numerusform>
            <numerusform>Дублювання {n} карток</numerusform>
            <numerusform>Дублювання {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} card</source>
        <translation>
            <numerusform>Вставлення {n} картки</numerusform>
            <numerusform>Вставлення {n} карток</numerusform>
            <numerusform>Вставлення {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} card</source>
        <translation>
            <numerusform>Додавання {n} картки</numerusform>
            <numerusform>Додавання {n} карток</numerusform>
            <numerusform>Додавання {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} card off the board</source>
        <translation>
            <numerusform>Зняття {n} картки з дошки</numerusform>
            <numerusform>Зняття {n} карток з дошки</numerusform>
            <numerusform>Зняття {n} карток з дошки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring {n} card to the front</source>
        <translation>
            <numerusform>Переміщення {n} картки на передній план</numerusform>
            <numerusform>Переміщення {n} карток на передній план</numerusform>
            <numerusform>Переміщення {n} карток на передній план</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} card to the back</source>
        <translation>
            <numerusform>Переміщення {n} картки на задній план</numerusform>
            <numerusform>Переміщення {n} карток на задній план</numerusform>
            <numerusform>Переміщення {n} карток на задній план</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring {n} card forward</source>
        <translation>
            <numerusform>Переміщення {n} картки на крок уперед</numerusform>
            <numerusform>Переміщення {n} карток на крок уперед</numerusform>
            <numerusform>Переміщення {n} карток на крок уперед</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} card backward</source>
        <translation>
            <numerusform>Переміщення {n} картки на крок назад</numerusform>
            <numerusform>Переміщення {n} карток на крок назад</numerusform>
            <numerusform>Переміщення {n} карток на крок назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy {n} card by their links</source>
        <translation>
            <numerusform>Упорядкування {n} картки за зв’язками</numerusform>
            <numerusform>Упорядкування {n} карток за зв’язками</numerusform>
            <numerusform>Упорядкування {n} карток за зв’язками</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy {n} card by time</source>
        <translation>
            <numerusform>Упорядкування {n} картки за часом</numerusform>
            <numerusform>Упорядкування {n} карток за часом</numerusform>
            <numerusform>Упорядкування {n} карток за часом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy {n} card by kind</source>
        <translation>
            <numerusform>Упорядкування {n} картки за видом</numerusform>
            <numerusform>Упорядкування {n} карток за видом</numerusform>
            <numerusform>Упорядкування {n} карток за видом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy {n} card around one of them</source>
        <translation>
            <numerusform>Упорядкування {n} картки довкола однієї з них</numerusform>
            <numerusform>Упорядкування {n} карток довкола однієї з них</numerusform>
            <numerusform>Упорядкування {n} карток довкола однієї з них</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} mark</source>
        <translation>
            <numerusform>Видалення {n} позначки</numerusform>
            <numerusform>Видалення {n} позначок</numerusform>
            <numerusform>Видалення {n} позначок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} frame</source>
        <translation>
            <numerusform>Переміщення {n} рамки</numerusform>
            <numerusform>Переміщення {n} рамок</numerusform>
            <numerusform>Переміщення {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize {n} frame</source>
        <translation>
            <numerusform>Зміна розміру {n} рамки</numerusform>
            <numerusform>Зміна розміру {n} рамок</numerusform>
            <numerusform>Зміна розміру {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align {n} frame</source>
        <translation>
            <numerusform>Вирівнювання {n} рамки</numerusform>
            <numerusform>Вирівнювання {n} рамок</numerusform>
            <numerusform>Вирівнювання {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute {n} frame</source>
        <translation>
            <numerusform>Розподіл {n} рамки</numerusform>
            <numerusform>Розподіл {n} рамок</numerusform>
            <numerusform>Розподіл {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack {n} frame</source>
        <translation>
            <numerusform>Шикування {n} рамки</numerusform>
            <numerusform>Шикування {n} рамок</numerusform>
            <numerusform>Шикування {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pack {n} frame</source>
        <translation>
            <numerusform>Ущільнення {n} рамки</numerusform>
            <numerusform>Ущільнення {n} рамок</numerusform>
            <numerusform>Ущільнення {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fit {n} frame</source>
        <translation>
            <numerusform>Підгонка {n} рамки за вмістом</numerusform>
            <numerusform>Підгонка {n} рамок за вмістом</numerusform>
            <numerusform>Підгонка {n} рамок за вмістом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} frame</source>
        <translation>
            <numerusform>Вставлення {n} рамки</numerusform>
            <numerusform>Вставлення {n} рамок</numerusform>
            <numerusform>Вставлення {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} frame</source>
        <translation>
            <numerusform>Вилучення {n} рамки</numerusform>
            <numerusform>Вилучення {n} рамок</numerusform>
            <numerusform>Вилучення {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Collapse {n} frame</source>
        <translation>
            <numerusform>Згортання {n} рамки</numerusform>
            <numerusform>Згортання {n} рамок</numerusform>
            <numerusform>Згортання {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expand {n} frame</source>
        <translation>
            <numerusform>Розгортання {n} рамки</numerusform>
            <numerusform>Розгортання {n} рамок</numerusform>
            <numerusform>Розгортання {n} рамок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} thing</source>
        <translation>
            <numerusform>Переміщення {n} об’єкта</numerusform>
            <numerusform>Переміщення {n} об’єктів</numerusform>
            <numerusform>Переміщення {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize {n} thing</source>
        <translation>
            <numerusform>Зміна розміру {n} об’єкта</numerusform>
            <numerusform>Зміна розміру {n} об’єктів</numerusform>
            <numerusform>Зміна розміру {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align {n} thing</source>
        <translation>
            <numerusform>Вирівнювання {n} об’єкта</numerusform>
            <numerusform>Вирівнювання {n} об’єктів</numerusform>
            <numerusform>Вирівнювання {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute {n} thing</source>
        <translation>
            <numerusform>Розподіл {n} об’єкта</numerusform>
            <numerusform>Розподіл {n} об’єктів</numerusform>
            <numerusform>Розподіл {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack {n} thing</source>
        <translation>
            <numerusform>Шикування {n} об’єкта</numerusform>
            <numerusform>Шикування {n} об’єктів</numerusform>
            <numerusform>Шикування {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pack {n} thing</source>
        <translation>
            <numerusform>Ущільнення {n} об’єкта</numerusform>
            <numerusform>Ущільнення {n} об’єктів</numerusform>
            <numerusform>Ущільнення {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fit {n} thing</source>
        <translation>
            <numerusform>Підгонка {n} об’єкта за вмістом</numerusform>
            <numerusform>Підгонка {n} об’єктів за вмістом</numerusform>
            <numerusform>Підгонка {n} об’єктів за вмістом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} thing</source>
        <translation>
            <numerusform>Вставлення {n} об’єкта</numerusform>
            <numerusform>Вставлення {n} об’єктів</numerusform>
            <numerusform>Вставлення {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} thing</source>
        <translation>
            <numerusform>Вилучення {n} об’єкта</numerusform>
            <numerusform>Вилучення {n} об’єктів</numerusform>
            <numerusform>Вилучення {n} об’єктів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reverse {n} link</source>
        <translation>
            <numerusform>Зміна напрямку {n} зв’язку</numerusform>
            <numerusform>Зміна напрямку {n} зв’язків</numerusform>
            <numerusform>Зміна напрямку {n} зв’язків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} link</source>
        <translation>
            <numerusform>Видалення {n} зв’язку</numerusform>
            <numerusform>Видалення {n} зв’язків</numerusform>
            <numerusform>Видалення {n} зв’язків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Straighten {n} string</source>
        <translation>
            <numerusform>Випрямлення {n} нитки</numerusform>
            <numerusform>Випрямлення {n} ниток</numerusform>
            <numerusform>Випрямлення {n} ниток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} item</source>
        <translation>
            <numerusform>Видалення {n} елемента</numerusform>
            <numerusform>Видалення {n} елементів</numerusform>
            <numerusform>Видалення {n} елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} record</source>
        <translation>
            <numerusform>Видалення {n} запису</numerusform>
            <numerusform>Видалення {n} записів</numerusform>
            <numerusform>Видалення {n} записів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} element</source>
        <translation>
            <numerusform>Видалення {n} складової</numerusform>
            <numerusform>Видалення {n} складових</numerusform>
            <numerusform>Видалення {n} складових</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} source</source>
        <translation>
            <numerusform>Видалення {n} джерела</numerusform>
            <numerusform>Видалення {n} джерел</numerusform>
            <numerusform>Видалення {n} джерел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} source</source>
        <translation>
            <numerusform>Додавання {n} джерела</numerusform>
            <numerusform>Додавання {n} джерел</numerusform>
            <numerusform>Додавання {n} джерел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} source</source>
        <translation>
            <numerusform>Об’єднання {n} джерела</numerusform>
            <numerusform>Об’єднання {n} джерел</numerusform>
            <numerusform>Об’єднання {n} джерел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} file</source>
        <translation>
            <numerusform>Додавання {n} файлу</numerusform>
            <numerusform>Додавання {n} файлів</numerusform>
            <numerusform>Додавання {n} файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attach {n} file</source>
        <translation>
            <numerusform>Приєднання {n} файлу</numerusform>
            <numerusform>Приєднання {n} файлів</numerusform>
            <numerusform>Приєднання {n} файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Detach {n} file</source>
        <translation>
            <numerusform>Від’єднання {n} файлу</numerusform>
            <numerusform>Від’єднання {n} файлів</numerusform>
            <numerusform>Від’єднання {n} файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record {n} assessment</source>
        <translation>
            <numerusform>Запис {n} оцінки</numerusform>
            <numerusform>Запис {n} оцінок</numerusform>
            <numerusform>Запис {n} оцінок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} claim</source>
        <translation>
            <numerusform>Додавання {n} твердження</numerusform>
            <numerusform>Додавання {n} тверджень</numerusform>
            <numerusform>Додавання {n} тверджень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} satellite image</source>
        <translation>
            <numerusform>Додавання {n} супутникового знімка</numerusform>
            <numerusform>Додавання {n} супутникових знімків</numerusform>
            <numerusform>Додавання {n} супутникових знімків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} debris analysis</source>
        <translation>
            <numerusform>Додавання {n} аналізу уламків</numerusform>
            <numerusform>Додавання {n} аналізів уламків</numerusform>
            <numerusform>Додавання {n} аналізів уламків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} official statement</source>
        <translation>
            <numerusform>Додавання {n} офіційної заяви</numerusform>
            <numerusform>Додавання {n} офіційних заяв</numerusform>
            <numerusform>Додавання {n} офіційних заяв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} document</source>
        <translation>
            <numerusform>Додавання {n} документа</numerusform>
            <numerusform>Додавання {n} документів</numerusform>
            <numerusform>Додавання {n} документів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} media</source>
        <translation>
            <numerusform>Додавання {n} медіа</numerusform>
            <numerusform>Додавання {n} медіа</numerusform>
            <numerusform>Додавання {n} медіа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} event</source>
        <translation>
            <numerusform>Додавання {n} події</numerusform>
            <numerusform>Додавання {n} подій</numerusform>
            <numerusform>Додавання {n} подій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} entity</source>
        <translation>
            <numerusform>Додавання {n} сутності</numerusform>
            <numerusform>Додавання {n} сутностей</numerusform>
            <numerusform>Додавання {n} сутностей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} note</source>
        <translation>
            <numerusform>Додавання {n} нотатки</numerusform>
            <numerusform>Додавання {n} нотаток</numerusform>
            <numerusform>Додавання {n} нотаток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} board</source>
        <translation>
            <numerusform>Додавання {n} дошки</numerusform>
            <numerusform>Додавання {n} дощок</numerusform>
            <numerusform>Додавання {n} дощок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change {n} link to “{type}”</source>
        <translation>
            <numerusform>Зміна типу {n} зв’язку на «{type}»</numerusform>
            <numerusform>Зміна типу {n} зв’язків на «{type}»</numerusform>
            <numerusform>Зміна типу {n} зв’язків на «{type}»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n} link “{type}”</source>
        <translation>
            <numerusform>Додавання {n} зв’язку «{type}»</numerusform>
            <numerusform>Додавання {n} зв’язків «{type}»</numerusform>
            <numerusform>Додавання {n} зв’язків «{type}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Change link to “{type}”</source>
        <translation>Зміна типу зв’язку на «{type}»</translation>
    </message>
    <message>
        <source>Add link “{type}”</source>
        <translation>Додавання зв’язку «{type}»</translation>
    </message>
    <message numerus="yes">
        <source>{n} file has other bytes than came in</source>
        <translation>
            <numerusform>{n} файл має інші байти, ніж надійшли</numerusform>
            <numerusform>{n} файли мають інші байти, ніж надійшли</numerusform>
            <numerusform>{n} файлів мають інші байти, ніж надійшли</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mention of a lost record is gone</source>
        <translation>
            <numerusform>{n} згадка про втрачений запис зникла</numerusform>
            <numerusform>{n} згадки про втрачені записи зникли</numerusform>
            <numerusform>{n} згадок про втрачені записи зникло</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} second way of a string is gone</source>
        <translation>
            <numerusform>{n} другий шлях нитки зник</numerusform>
            <numerusform>{n} другі шляхи ниток зникли</numerusform>
            <numerusform>{n} других шляхів ниток зникло</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file is lost</source>
        <translation>
            <numerusform>{n} файл втрачено</numerusform>
            <numerusform>{n} файли втрачено</numerusform>
            <numerusform>{n} файлів втрачено</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit {field}</source>
        <translation>Редагування: {field}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <translation>
            <numerusform>{names} і ще {n}</numerusform>
            <numerusform>{names} і ще {n}</numerusform>
            <numerusform>{names} і ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>the journal began anew after entry {number}, {hash}</source>
        <translation>журнал почато заново після запису {number}, {hash}</translation>
    </message>
    <message>
        <source>the journal began anew</source>
        <translation>журнал почато заново</translation>
    </message>
    <message>
        <source>{form} on {file}</source>
        <translation>{form}, файл {file}</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Позначка</translation>
    </message>
    <message>
        <source>A place needs a name or coordinates.</source>
        <translation>Місцю потрібна назва або координати.</translation>
    </message>
    <message>
        <source>Nothing was given; type a name or coordinates.</source>
        <translation>Нічого не введено; уведіть назву або координати.</translation>
    </message>
    <message>
        <source>This text has {number} characters, too many for a place; keep a short name here and the rest in the notes.</source>
        <translation>У цьому тексті забагато знаків для місця: {number}; залиште тут коротку назву, а решту перенесіть у нотатки.</translation>
    </message>
    <message>
        <source>This text gives coordinates twice; keep one of them here and the other in the notes.</source>
        <translation>У цьому тексті координати вказано двічі; залиште одні з них тут, а другі перенесіть у нотатки.</translation>
    </message>
    <message>
        <source>write them as 50.541771, 30.230175 or 50°32&apos;30.4&quot;N 30°13&apos;48.6&quot;E or as an MGRS reference like 36U UB 03749 02533.</source>
        <translation>напишіть їх як 50.541771, 30.230175 або 50°32&apos;30.4&quot;N 30°13&apos;48.6&quot;E чи як позначення MGRS, наприклад 36U UB 03749 02533.</translation>
    </message>
    <message>
        <source>This looks like coordinates, but they cannot be read; {how_to_write}</source>
        <translation>Це схоже на координати, але прочитати їх не вдається; {how_to_write}</translation>
    </message>
    <message>
        <source>These coordinates can be read in more than one way; {how_to_write}</source>
        <translation>Ці координати можна прочитати по-різному; {how_to_write}</translation>
    </message>
    <message>
        <source>Only one coordinate was found; a place needs a latitude and a longitude.</source>
        <translation>Знайдено лише одну координату; для місця потрібні широта й довгота.</translation>
    </message>
    <message>
        <source>Four numbers can be a box in more than one order; write south..north, west..east, as in 50.1..50.2, 30.1..30.2.</source>
        <translation>Чотири числа можуть задавати прямокутник у різному порядку; напишіть південь..північ, захід..схід, як-от 50.1..50.2, 30.1..30.2.</translation>
    </message>
    <message>
        <source>Both coordinates say the same direction; a place needs a latitude (N or S) and a longitude (E or W).</source>
        <translation>Обидві координати мають той самий напрямок; для місця потрібні широта (N або S) і довгота (E або W).</translation>
    </message>
    <message>
        <source>A box needs each of south, west, north and east once.</source>
        <translation>Для прямокутника потрібні південь, північ, захід і схід – кожен один раз.</translation>
    </message>
    <message>
        <source>A box is written as south..north, west..east, as in 50.1..50.2, 30.1..30.2.</source>
        <translation>Прямокутник записують як південь..північ, захід..схід, наприклад 50.1..50.2, 30.1..30.2.</translation>
    </message>
    <message>
        <source>S, N, W and E can name the edges of the box here, or the half of the globe; write the box as 50.1..50.2, 30.1..30.2 or put the letters after the numbers.</source>
        <translation>S, N, W та E можуть тут позначати краї прямокутника або півкулі; напишіть прямокутник як 50.1..50.2, 30.1..30.2 або поставте літери після чисел.</translation>
    </message>
    <message>
        <source>A box is written with its latitudes first, as in 50.1..50.2, 30.1..30.2.</source>
        <translation>У прямокутнику спершу пишуть широти, наприклад 50.1..50.2, 30.1..30.2.</translation>
    </message>
    <message>
        <source>From west to east this box is {width} degrees wide; write its western edge before the eastern one.</source>
        <translation>Ширина цього прямокутника із заходу на схід у градусах: {width}; напишіть його західний край перед східним.</translation>
    </message>
    <message>
        <source>An area in MGRS is written as its south-western square, two dots, and its north-eastern square.</source>
        <translation>Ділянку в MGRS записують як її південно-західний квадрат, дві крапки та її північно-східний квадрат.</translation>
    </message>
    <message>
        <source>A place in JSON must be an object.</source>
        <translation>Місце в JSON має бути об’єктом.</translation>
    </message>
    <message>
        <source>A geometry in JSON must be an object.</source>
        <translation>Геометрія в JSON має бути об’єктом.</translation>
    </message>
    <message>
        <source>A geometry must be a GeoJSON Point or a Polygon with one ring.</source>
        <translation>Геометрія має бути типу GeoJSON Point або Polygon з одним контуром.</translation>
    </message>
    <message>
        <source>The precision of a place must be &quot;10 m&quot;, &quot;100 m&quot;, &quot;1 km&quot;, &quot;region&quot; or null.</source>
        <translation>Точність місця має бути &quot;10 m&quot;, &quot;100 m&quot;, &quot;1 km&quot;, &quot;region&quot; або null.</translation>
    </message>
    <message>
        <source>The {key} of a place must be text.</source>
        <translation>Значення {key} для місця має бути текстом.</translation>
    </message>
    <message>
        <source>A place in JSON may only have {others} and {last} here.</source>
        <translation>Місце в JSON може мати тут лише {others} і {last}.</translation>
    </message>
    <message>
        <source>A bbox must be a list of west, south, east and north.</source>
        <translation>Значення bbox має бути списком: захід, південь, схід і північ.</translation>
    </message>
    <message>
        <source>A position must be a list of longitude and latitude.</source>
        <translation>Положення має бути списком із довготи й широти.</translation>
    </message>
    <message>
        <source>The coordinates of a place must be lists of numbers.</source>
        <translation>Координати місця мають бути списками чисел.</translation>
    </message>
    <message>
        <source>The coordinates of a place must be numbers.</source>
        <translation>Координати місця мають бути числами.</translation>
    </message>
    <message>
        <source>A polygon in GeoJSON needs at least four positions, the last one the same as the first.</source>
        <translation>Багатокутнику в GeoJSON потрібні щонайменше чотири положення, останнє з яких збігається з першим.</translation>
    </message>
    <message>
        <source>A coordinate of this place is far too large.</source>
        <translation>Одна з координат цього місця надто велика.</translation>
    </message>
    <message>
        <source>There is no MGRS square {square} in {area}; one of the letters is wrong.</source>
        <translation>У {area} немає квадрата MGRS {square}; одна з літер хибна.</translation>
    </message>
    <message>
        <source>An MGRS reference has a zone, three letters and an even number of digits, as in 36U UB 03749 02533.</source>
        <translation>Позначення MGRS складається із зони, трьох літер і парної кількості цифр, наприклад 36U UB 03749 02533.</translation>
    </message>
    <message>
        <source>An MGRS reference has an even number of digits after its letters, 10 at most, half for the easting and half for the northing; this one has {number}.</source>
        <translation>Позначення MGRS має після літер парну кількість цифр, щонайбільше 10: половину для східної координати й половину для північної; кількість цифр тут: {number}.</translation>
    </message>
    <message>
        <source>MGRS zone {zone} does not exist; zones run from 1 to 60.</source>
        <translation>Зони MGRS {zone} не існує; зони мають номери від 1 до 60.</translation>
    </message>
    <message>
        <source>There is no MGRS zone {zone}{band}; the letters after the number run from C to X without I and O, and 32X, 34X and 36X do not exist.</source>
        <translation>Зони MGRS {zone}{band} не існує; літери після номера йдуть від C до X без I та O, а зон 32X, 34X і 36X немає.</translation>
    </message>
    <message>
        <source>An MGRS reference begins with the number of its zone, as in 36U UB 03749 02533; only the polar areas A, B, Y and Z have none.</source>
        <translation>Позначення MGRS починається з номера зони, наприклад 36U UB 03749 02533; номера не мають лише полярні ділянки A, B, Y та Z.</translation>
    </message>
    <message>
        <source>This text has coordinates in between other words; write the name first and the coordinates after it, as in Hostomel (50.5418, 30.2302).</source>
        <translation>У цьому тексті координати стоять серед інших слів; напишіть спершу назву, а координати після неї, наприклад Гостомель (50.5418, 30.2302).</translation>
    </message>
    <message>
        <source>Minutes and seconds must be below 60, not {float}.</source>
        <translation>Хвилини й секунди мають бути менші за 60, а не {float}.</translation>
    </message>
    <message>
        <source>Latitude {lat} is outside -90 to 90 degrees.</source>
        <translation>Широта {lat} виходить за межі від -90 до 90 градусів.</translation>
    </message>
    <message>
        <source>Latitude and longitude must be finite numbers.</source>
        <translation>Широта й довгота мають бути скінченними числами.</translation>
    </message>
    <message>
        <source>Longitude {lon} is outside -180 to 180 degrees.</source>
        <translation>Довгота {lon} виходить за межі від -180 до 180 градусів.</translation>
    </message>
    <message>
        <source>Latitude {lat} is outside -90 to 90 degrees; latitude and longitude may be swapped, then it would be {lon}, {lat}.</source>
        <translation>Широта {lat} виходить за межі від -90 до 90 градусів; можливо, широту й довготу переставлено, тоді було б {lon}, {lat}.</translation>
    </message>
    <message>
        <source>The southern edge {south} lies north of the northern edge {north}; exchange the two.</source>
        <translation>Південний край {south} лежить північніше від північного краю {north}; поміняйте їх місцями.</translation>
    </message>
    <message>
        <source>A polygon needs at least three different corners.</source>
        <translation>Багатокутнику потрібні щонайменше три різні вершини.</translation>
    </message>
    <message>
        <source>The last corner of the polygon repeats the first; leave it out.</source>
        <translation>Остання вершина багатокутника повторює першу; приберіть її.</translation>
    </message>
    <message>
        <source>This polygon goes around a pole, so its inside is not certain; give the area as a box instead.</source>
        <translation>Цей багатокутник оточує полюс, тож його внутрішня частина неоднозначна; натомість задайте ділянку прямокутником.</translation>
    </message>
    <message>
        <source>Zone {zone} does not exist; zones run from 1 to 60.</source>
        <translation>Зони {zone} не існує; зони мають номери від 1 до 60.</translation>
    </message>
    <message>
        <source>Easting {easting} and northing {northing} lie off the grid, which ends at {widest} m east and {highest} m north.</source>
        <translation>Східна координата {easting} і північна координата {northing} лежать поза сіткою, яка закінчується за {widest}&#xa0;м на схід і {highest}&#xa0;м на північ.</translation>
    </message>
    <message>
        <source>Of well-known text, only POINT, BOX and a POLYGON with one ring can be a place.</source>
        <translation>З тексту WKT місцем може бути лише POINT, BOX або POLYGON з одним контуром.</translation>
    </message>
    <message>
        <source>Only coordinates on WGS 84 (SRID 4326) can be read, not SRID {match}.</source>
        <translation>Прочитати можна лише координати у WGS&#xa0;84 (SRID 4326), а не SRID {match}.</translation>
    </message>
    <message>
        <source>Only positions of longitude and latitude can be read, no Z or M.</source>
        <translation>Прочитати можна лише положення з довготою й широтою, без Z чи M.</translation>
    </message>
    <message>
        <source>Well-known text has the longitude first and a space before the latitude, as in POINT(30.230175 50.541771).</source>
        <translation>У WKT першою стоїть довгота, а перед широтою – пробіл, наприклад POINT(30.230175 50.541771).</translation>
    </message>
    <message>
        <source>Pictures drawn anew, without what files hide; no other file</source>
        <translation>Зображення намальовано заново, без прихованого у файлах; інших файлів немає</translation>
    </message>
    <message>
        <source>As they came in, but with blurred regions blacked out</source>
        <translation>Якими надійшли, але з зафарбованими розмитими ділянками</translation>
    </message>
    <message>
        <source>No file, only its SHA-256</source>
        <translation>Жодного файлу, лише його SHA-256</translation>
    </message>
    <message>
        <source>What the redaction profile says under “{name}” is not understood.</source>
        <translation>Сказане в профілі вилучень під «{name}» незрозуміле.</translation>
    </message>
    <message>
        <source>A redaction profile can have {most} words at the most.</source>
        <translation>У профілі вилучень може бути щонайбільше {most} слів.</translation>
    </message>
    <message>
        <source>“{name}” is nothing that a redaction profile says.</source>
        <translation>Профіль вилучень не знає слова «{name}».</translation>
    </message>
    <message>
        <source>There is no field “{name}”; say it as “item.notes” or “media.recorded”.</source>
        <translation>Поля «{name}» немає; запишіть його як «item.notes» або «media.recorded».</translation>
    </message>
    <message>
        <source>“{word}” cannot be blacked out: a word needs {least} to {most} signs.</source>
        <translation>«{word}» не можна зафарбувати: слово має мати від {least} до {most} знаків.</translation>
    </message>
    <message>
        <source>This mark was deleted.</source>
        <translation>Цю позначку видалено.</translation>
    </message>
    <message>
        <source>The bytes of this file were expunged.</source>
        <translation>Байти цього файлу вилучено назавжди.</translation>
    </message>
    <message>
        <source>This file was detached from the item.</source>
        <translation>Цей файл від’єднано від елемента.</translation>
    </message>
    <message>
        <source>This mark belongs to a newer version, so it is not shown.</source>
        <translation>Ця позначка належить до новішої версії, тож її не показано.</translation>
    </message>
    <message>
        <source>{low}–{high} independent</source>
        <translation>{low}–{high} незалежних</translation>
    </message>
    <message>
        <source>{number} indep.</source>
        <translation>{number} незал.</translation>
    </message>
    <message numerus="yes">
        <source>{n} independent</source>
        <translation>
            <numerusform>{n} незалежна</numerusform>
            <numerusform>{n} незалежні</numerusform>
            <numerusform>{n} незалежних</numerusform>
        </translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Усі елементи</translation>
    </message>
    <message>
        <source>No claim</source>
        <translation>Без твердження</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Без мітки</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no. It is not stored yet.</source>
        <translation>«{text}» – це ні «так», ні «ні». Ще не збережено.</translation>
    </message>
    <message>
        <source>“{text}” is none of: {choices}. It is not stored yet.</source>
        <translation>«{text}» немає серед: {choices}. Ще не збережено.</translation>
    </message>
    <message>
        <source>a number must be finite</source>
        <translation>число має бути скінченним</translation>
    </message>
    <message>
        <source>a whole number must be below 2^53; store a longer one as text</source>
        <translation>ціле число має бути меншим за 2^53; довше зберігайте як текст</translation>
    </message>
    <message>
        <source>That is the same person who wrote it.</source>
        <translation>Це та сама особа, що його написала.</translation>
    </message>
    <message>
        <source>How likely the claim is: {word}.</source>
        <translation>Наскільки імовірне твердження: {word}.</translation>
    </message>
    <message>
        <source>Our confidence in this: {word}.</source>
        <translation>Наша впевненість у цьому: {word}.</translation>
    </message>
    <message>
        <source>{low}–{high} %</source>
        <translation>{low}–{high} %</translation>
    </message>
    <message>
        <source>by {who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>Signed off by {who}, {day}.</source>
        <translation>Затверджено: {who}, {day}.</translation>
    </message>
    <message>
        <source>There is almost no chance ({range}) that the claim is true.</source>
        <translation>Майже немає шансів ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>It is very unlikely ({range}) that the claim is true.</source>
        <translation>Дуже малоймовірно ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>It is unlikely ({range}) that the claim is true.</source>
        <translation>Малоймовірно ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>There is a roughly even chance ({range}) that the claim is true.</source>
        <translation>Шанси, що твердження правдиве, приблизно рівні ({range}).</translation>
    </message>
    <message>
        <source>It is likely ({range}) that the claim is true.</source>
        <translation>Імовірно ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>It is very likely ({range}) that the claim is true.</source>
        <translation>Дуже імовірно ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>It is almost certain ({range}) that the claim is true.</source>
        <translation>Майже певно ({range}), що твердження правдиве.</translation>
    </message>
    <message>
        <source>Our confidence in this is low: the basis is scant, questionable or fragmented.</source>
        <translation>Наша впевненість у цьому низька: основа мізерна, сумнівна або уривчаста.</translation>
    </message>
    <message>
        <source>Our confidence in this is moderate: the basis is credible and plausible, but not enough for more.</source>
        <translation>Наша впевненість у цьому помірна: основа достовірна й правдоподібна, але для більшого її замало.</translation>
    </message>
    <message>
        <source>Our confidence in this is high: the basis is of high quality and comes from several origins.</source>
        <translation>Наша впевненість у цьому висока: основа якісна й походить із кількох джерел.</translation>
    </message>
    <message>
        <source>{word} ({range})</source>
        <translation>{word} ({range})</translation>
    </message>
    <message>
        <source>by {who}, cited here on {day}</source>
        <translation>{who}, процитовано тут {day}</translation>
    </message>
    <message>
        <source>something gone</source>
        <translation>щось, чого вже немає</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Складено</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Обґрунтування</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Виправлення</translation>
    </message>
    <message>
        <source>Cited</source>
        <translation>Процитовано</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>хтось інший</translation>
    </message>
    <message numerus="yes">
        <source>{n} record that is gone</source>
        <translation>
            <numerusform>{n} запис, якого вже немає</numerusform>
            <numerusform>{n} записи, яких уже немає</numerusform>
            <numerusform>{n} записів, яких уже немає</numerusform>
        </translation>
    </message>
    <message>
        <source>{grade} for “{name}”</source>
        <translation>{grade} для «{name}»</translation>
    </message>
    <message>
        <source>An element that is gone</source>
        <translation>Елемент, якого вже немає</translation>
    </message>
    <message>
        <source>{title}: {words}</source>
        <translation>{title}: {words}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>підтверджується</translation>
    </message>
    <message>
        <source>holds in part</source>
        <translation>підтверджується частково</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>не підтверджується</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>не показано</translation>
    </message>
    <message>
        <source>What is on the clipboard is damaged or of a newer version, so nothing was pasted.</source>
        <translation>Уміст буфера обміну пошкоджений або з новішої версії, тож нічого не вставлено.</translation>
    </message>
    <message>
        <source>{cards} cards are too many to be copied at once; {most_cards} can be. Save a Copy takes all of them along.</source>
        <translation>Одразу стільки карток скопіювати не можна: {cards}; щонайбільше можна {most_cards}. Команда «Зберегти копію» перенесе всі.</translation>
    </message>
    <message>
        <source>What is selected says too much to be copied at once. Copy fewer cards.</source>
        <translation>Вибране містить забагато тексту, щоб скопіювати його одразу. Скопіюйте менше карток.</translation>
    </message>
    <message>
        <source>What was before this entry cannot be told: values were removed from the journal.</source>
        <translation>Що було до цього запису, з’ясувати не можна: значення вилучено з журналу.</translation>
    </message>
    <message>
        <source>What was before this entry cannot be told: the journal is not understood there.</source>
        <translation>Що було до цього запису, з’ясувати не можна: журнал у цьому місці не розпізнано.</translation>
    </message>
    <message>
        <source>“{text}” is left out, and was found in {where}. Nothing was written.</source>
        <translation>«{text}» вилучено, але знайдено в {where}. Нічого не записано.</translation>
    </message>
    <message numerus="yes">
        <source> And {n} more was found.</source>
        <translation>
            <numerusform> І знайдено ще {n}.</numerusform>
            <numerusform> І знайдено ще {n}.</numerusform>
            <numerusform> І знайдено ще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The case is damaged. Save a Copy of it first, and redact that one.</source>
        <translation>Справу пошкоджено. Спершу збережіть її копію та робіть вилучення в ній.</translation>
    </message>
    <message>
        <source>There is no room for a redacted copy: {reason}.</source>
        <translation>Для копії з вилученнями немає місця: {reason}.</translation>
    </message>
    <message>
        <source>What was written could not be searched ({reason}), so nothing was handed over.</source>
        <translation>Записане не вдалося перевірити ({reason}), тож нічого не передано.</translation>
    </message>
    <message>
        <source>The search index is derived from the case: nothing is lost or changed, and it can be made anew.</source>
        <translation>Пошуковий індекс є похідним від справи: нічого не втрачено й не змінено, його можна створити заново.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>гаразд</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройшло перевірки</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>бракує</translation>
    </message>
    <message>
        <source>expunged</source>
        <translation>вилучено назавжди</translation>
    </message>
    <message>
        <source>Files: {counts}</source>
        <translation>Файли: {counts}</translation>
    </message>
    <message>
        <source>No file could be checked.</source>
        <translation>Жодного файлу не вдалося перевірити.</translation>
    </message>
    <message>
        <source>There is no file in the case.</source>
        <translation>У справі немає файлів.</translation>
    </message>
    <message>
        <source>The bytes there have the SHA-256 {found}</source>
        <translation>Байти там мають SHA-256 {found}</translation>
    </message>
    <message>
        <source>Here {wanted} of the case is wanted, not {given}.</source>
        <translation>Тут потрібно зі справи: {wanted}, а не {given}.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Нічого не додано.</translation>
    </message>
    <message>
        <source>A case cannot take in itself; Save a Copy first, and attach that.</source>
        <translation>Справу не можна додати до неї самої; спершу збережіть копію й приєднайте її.</translation>
    </message>
    <message>
        <source>There is no assessment “{type}”. They are: {known}.</source>
        <translation>Оцінки «{type}» немає. Є такі: {known}.</translation>
    </message>
    <message>
        <source>“{value}” is not a word of the scheme “{name}”.</source>
        <translation>«{value}» не є словом схеми «{name}».</translation>
    </message>
    <message>
        <source>The {noun} is not in this case, or not any more.</source>
        <translation>Цього запису ({noun}) у цій справі немає або вже немає.</translation>
    </message>
    <message>
        <source>A card&apos;s place is told in numbers; {number} is none.</source>
        <translation>Місце картки задають числами; {number} – не число.</translation>
    </message>
    <message>
        <source>A board of this case is wanted here, and “{board}” is none. Add it first.</source>
        <translation>Тут потрібна дошка цієї справи, а «{board}» нею не є. Спершу додайте її.</translation>
    </message>
    <message>
        <source>What was judged cannot go without its judgements.</source>
        <translation>Оцінене не можна видалити без його оцінок.</translation>
    </message>
    <message>
        <source>“{field}” wants the id of a source of this case, and “{id}” is none. Add it first.</source>
        <translation>Поле «{field}» потребує ідентифікатора джерела цієї справи, а «{id}» ним не є. Спершу додайте джерело.</translation>
    </message>
    <message>
        <source>“{field}” wants the id of an item of this case, and “{id}” is none. Add it first.</source>
        <translation>Поле «{field}» потребує ідентифікатора елемента цієї справи, а «{id}» ним не є. Спершу додайте елемент.</translation>
    </message>
    <message>
        <source>What is folded into a frame stays there until the frame is open.</source>
        <translation>Згорнуте в рамку лишається в ній, доки рамку не розгорнуто.</translation>
    </message>
    <message>
        <source>A frame cannot be folded into itself, over others or not.</source>
        <translation>Рамку не можна згорнути в неї саму – ні прямо, ні через інші.</translation>
    </message>
    <message>
        <source>A case has one title page; it is changed, not added.</source>
        <translation>Справа має одну титульну сторінку; її змінюють, а не додають.</translation>
    </message>
    <message>
        <source>That a file was expunged stays noted for good, and only expunging it notes that. Nothing was changed.</source>
        <translation>Позначка, що файл вилучено назавжди, лишається постійно, і ставить її лише саме вилучення. Нічого не змінено.</translation>
    </message>
    <message>
        <source>A link cannot rest on itself, over other links or not.</source>
        <translation>Зв’язок не може спиратися на самого себе – ні прямо, ні через інші зв’язки.</translation>
    </message>
    <message>
        <source>What is judged is not in the case.</source>
        <translation>Того, що оцінюють, у справі немає.</translation>
    </message>
    <message>
        <source>A scale runs from one moment to a later one.</source>
        <translation>Шкала йде від одного моменту до пізнішого.</translation>
    </message>
    <message>
        <source>A card or frame of a board can be folded into one frame of that board only.</source>
        <translation>Картку чи рамку дошки можна згорнути лише в одну рамку цієї самої дошки.</translation>
    </message>
    <message>
        <source>A file changed while it was read, or the disk gave back other bytes than were written. Nothing was added; try again.</source>
        <translation>Файл змінився під час читання, або диск повернув інші байти, ніж було записано. Нічого не додано; спробуйте ще раз.</translation>
    </message>
    <message>
        <source>A file of the case is damaged, so the copy was not written. Verify the case.</source>
        <translation>Файл справи пошкоджено, тож копію не записано. Перевірте справу.</translation>
    </message>
    <message>
        <source>A file grew while it was read. Nothing was added; try again when nothing writes it.</source>
        <translation>Файл збільшився під час читання. Нічого не додано; спробуйте ще раз, коли до нього нічого не записується.</translation>
    </message>
    <message>
        <source>The bytes of artifact {name}… are not complete.</source>
        <translation>Байти файлу-артефакту {name}… неповні.</translation>
    </message>
    <message>
        <source>The bytes of artifact {artifact}… are not in the case.</source>
        <translation>Байтів файлу-артефакту {artifact}… у справі немає.</translation>
    </message>
    <message>
        <source>The bytes of artifact {name}… cannot be read to their end.</source>
        <translation>Байти файлу-артефакту {name}… не вдається прочитати до кінця.</translation>
    </message>
    <message>
        <source>A part of artifact {artifact}… is missing from the case.</source>
        <translation>Частини файлу-артефакту {artifact}… у справі бракує.</translation>
    </message>
    <message>
        <source>The bytes of artifact {artifact}… cannot be read: {reason}.</source>
        <translation>Байти файлу-артефакту {artifact}… не вдається прочитати: {reason}.</translation>
    </message>
    <message>
        <source>the list of its tables is damaged</source>
        <translation>список його таблиць пошкоджений</translation>
    </message>
    <message>
        <source>a part of the file is damaged</source>
        <translation>частина файлу пошкоджена</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>диск заповнений</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>збій диска</translation>
    </message>
    <message>
        <source>the file cannot be reached</source>
        <translation>файл недоступний</translation>
    </message>
    <message>
        <source>the file may not be written</source>
        <translation>запис у файл заборонено</translation>
    </message>
    <message>
        <source>another program is holding the file</source>
        <translation>файл утримує інша програма</translation>
    </message>
    <message>
        <source>the system does not permit it</source>
        <translation>система цього не дозволяє</translation>
    </message>
    <message>
        <source>a value is too large</source>
        <translation>значення завелике</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>бракує пам’яті</translation>
    </message>
    <message>
        <source>a text in it is damaged</source>
        <translation>текст у ньому пошкоджений</translation>
    </message>
    <message>
        <source>a text in it is no JSON</source>
        <translation>текст у ньому не є JSON</translation>
    </message>
    <message>
        <source>there is no column “{name}”</source>
        <translation>немає стовпця «{name}»</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>файл закрито</translation>
    </message>
    <message>
        <source>there is no table “{name}”</source>
        <translation>немає таблиці «{name}»</translation>
    </message>
    <message>
        <source>“{name}” is a folder; choose a file name for the copy.</source>
        <translation>«{name}» – це тека; виберіть для копії назву файлу.</translation>
    </message>
    <message>
        <source>“{name}” is a case that is open now; choose another name for the copy.</source>
        <translation>«{name}» – це справа, яку зараз відкрито; виберіть для копії іншу назву.</translation>
    </message>
    <message>
        <source>The backup of “{name}” is not sound; the file was left as it is.</source>
        <translation>Резервна копія «{name}» пошкоджена; файл залишено без змін.</translation>
    </message>
    <message>
        <source>The copy “{name}” could not be written: {reason}. The case itself is unchanged.</source>
        <translation>Копію «{name}» не вдалося записати: {reason}. Сама справа без змін.</translation>
    </message>
    <message>
        <source>“{name}” must be brought to a newer format, and no backup could be made first ({why}). The file was left as it is.</source>
        <translation>«{name}» треба перевести в новіший формат, а резервну копію спершу створити не вдалося ({why}). Файл залишено без змін.</translation>
    </message>
    <message>
        <source>The copy “{name}” was not sound and was removed: {trouble}</source>
        <translation>Копія «{name}» була пошкоджена, тож її видалено: {trouble}</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>«{name}» не записано: {reason}.</translation>
    </message>
    <message>
        <source>There is a file “{name}” already; it was left as it is.</source>
        <translation>Файл «{name}» уже є; його залишено без змін.</translation>
    </message>
    <message>
        <source>“{name}” could not be made: {reason}.</source>
        <translation>«{name}» не вдалося створити: {reason}.</translation>
    </message>
    <message>
        <source>There is a folder “{name}” already; it was left as it is.</source>
        <translation>Тека «{name}» уже є; її залишено без змін.</translation>
    </message>
    <message>
        <source>“{name}” could not be made: the folder “{folder}” does not exist.</source>
        <translation>«{name}» не вдалося створити: теки «{folder}» не існує.</translation>
    </message>
    <message>
        <source>“{name}” could not be made: the system does not permit writing in “{folder}”.</source>
        <translation>«{name}» не вдалося створити: система не дозволяє запису в «{folder}».</translation>
    </message>
    <message>
        <source>“{name}” could not be made: {why}.</source>
        <translation>«{name}» не вдалося створити: {why}.</translation>
    </message>
    <message>
        <source>Not saved: {reason}. The case is as it was before this change; try again, or Save a Copy elsewhere.</source>
        <translation>Не збережено: {reason}. Справа така, як до цієї зміни; спробуйте ще раз або збережіть копію деінде.</translation>
    </message>
    <message>
        <source>a text holds half of a character</source>
        <translation>текст містить половину знака</translation>
    </message>
    <message>
        <source>The change would break a rule of the file ({trouble}), so nothing was changed.</source>
        <translation>Зміна порушила б правило файлу ({trouble}), тож нічого не змінено.</translation>
    </message>
    <message>
        <source>“{name}” was moved, deleted or replaced while it was open. The change was not saved; Save a Copy keeps everything up to the change before.</source>
        <translation>Файл «{name}» переміщено, видалено або замінено, поки він був відкритий. Зміну не збережено; команда «Зберегти копію» збереже все, що було до цієї зміни.</translation>
    </message>
    <message>
        <source>Not saved: beside “{name}” lies “{beside}”, so another program may be changing the case. Close it and try again, or Save a Copy elsewhere.</source>
        <translation>Не збережено: поряд із «{name}» лежить «{beside}», тож справу, можливо, змінює інша програма. Закрийте її й спробуйте ще раз або збережіть копію деінде.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read now: {reason}. What is open here stays as it is; Save a Copy keeps it.</source>
        <translation>«{name}» зараз не вдається прочитати: {reason}. Відкрите тут лишається як є; команда «Зберегти копію» збереже його.</translation>
    </message>
    <message>
        <source>A value cannot be stored ({reason}), so nothing was changed.</source>
        <translation>Значення не вдається зберегти ({reason}), тож нічого не змінено.</translation>
    </message>
    <message>
        <source>Another program changed “{name}” while it was open. The change was not saved; open the case again to see what is in it now.</source>
        <translation>Інша програма змінила файл «{name}», поки він був відкритий. Зміну не збережено; відкрийте справу ще раз, щоб побачити, що в ній зараз.</translation>
    </message>
    <message>
        <source>its list of tables is torn</source>
        <translation>його список таблиць розірваний</translation>
    </message>
    <message>
        <source>it is cut short, {missing} of {whole} bytes are missing, and what is left does not say which tables there are</source>
        <translation>він обрізаний: бракує {missing} з {whole} байтів, а в тому, що лишилося, не зазначено, які є таблиці</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read: {why}. It was left as it is; open a backup or another copy instead.</source>
        <translation>Файл «{name}» пошкоджений і не читається: {why}. Його залишено без змін; натомість відкрийте резервну або іншу копію.</translation>
    </message>
    <message>
        <source>none of the tables of a case is in it</source>
        <translation>у ньому немає жодної з таблиць справи</translation>
    </message>
    <message>
        <source>its list of tables cannot be read</source>
        <translation>його список таблиць не читається</translation>
    </message>
    <message>
        <source>The {kind} “{title}” is not in the file.</source>
        <translation>У файлі бракує: {kind} «{title}».</translation>
    </message>
    <message>
        <source>“{name}” holds a {kind} “{part}” that no case of this format has, so it was not opened.</source>
        <translation>«{name}» містить об’єкт «{part}» ({kind}), якого не має жодна справа цього формату, тож файл не відкрито.</translation>
    </message>
    <message>
        <source>The file is cut short: {missing} of {whole} bytes are missing.</source>
        <translation>Файл обрізаний: бракує {missing} з {whole} байтів.</translation>
    </message>
    <message>
        <source>Pages of table “{table}” are damaged.</source>
        <translation>Сторінки таблиці «{table}» пошкоджено.</translation>
    </message>
    <message numerus="yes">
        <source>More than {n} row of table “{table}” break the table&apos;s rules.</source>
        <translation>
            <numerusform>Правила таблиці «{table}» порушує більше ніж {n} рядок.</numerusform>
            <numerusform>Правила таблиці «{table}» порушують більше ніж {n} рядки.</numerusform>
            <numerusform>Правила таблиці «{table}» порушують більше ніж {n} рядків.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of its tables is damaged.</source>
        <translation>Список таблиць файлу пошкоджений.</translation>
    </message>
    <message numerus="yes">
        <source>{n} row of table “{table}” breaks the table&apos;s rules.</source>
        <translation>
            <numerusform>{n} рядок таблиці «{table}» порушує її правила.</numerusform>
            <numerusform>{n} рядки таблиці «{table}» порушують її правила.</numerusform>
            <numerusform>{n} рядків таблиці «{table}» порушують її правила.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” could not be checked within {seconds} seconds, so it was not opened.</source>
        <translation>«{name}» не вдалося перевірити за відведений час (у секундах: {seconds}), тож файл не відкрито.</translation>
    </message>
    <message>
        <source>The list of its tables cannot be read to its end.</source>
        <translation>Список таблиць файлу не вдається прочитати до кінця.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: {what}. It was left as it is; open a backup or another copy instead.</source>
        <translation>Файл «{name}» пошкоджений: {what}. Його залишено без змін; натомість відкрийте резервну або іншу копію.</translation>
    </message>
    <message>
        <source>“{name}” is empty (0 bytes), so there is no case in it.</source>
        <translation>Файл «{name}» порожній (0&#xa0;байтів), тож справи в ньому немає.</translation>
    </message>
    <message>
        <source>“{name}” is not a Caseboard case.</source>
        <translation>«{name}» не є справою Caseboard.</translation>
    </message>
    <message>
        <source>“{name}” ends after {size} bytes; no case can be read from it.</source>
        <translation>Файл «{name}» закінчується раніше, ніж треба (байтів: {size}); прочитати з нього справу не можна.</translation>
    </message>
    <message>
        <source>“{name}” is an SQLite file of another program, not a Caseboard case.</source>
        <translation>«{name}» – файл SQLite іншої програми, а не справа Caseboard.</translation>
    </message>
    <message>
        <source>its header names an impossible page size</source>
        <translation>його заголовок називає неможливий розмір сторінки</translation>
    </message>
    <message>
        <source>its header names an unknown file version</source>
        <translation>його заголовок називає невідому версію файлу</translation>
    </message>
    <message>
        <source>its header names an unknown text encoding</source>
        <translation>його заголовок називає невідоме кодування тексту</translation>
    </message>
    <message>
        <source>its header names a format that no case has</source>
        <translation>його заголовок називає формат, якого не має жодна справа</translation>
    </message>
    <message>
        <source>There is no file “{name}” in that place.</source>
        <translation>Файлу «{name}» у цьому місці немає.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: the system does not permit it.</source>
        <translation>«{name}» не вдається прочитати: система цього не дозволяє.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened: {reason}.</source>
        <translation>«{name}» не вдається відкрити: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a case file.</source>
        <translation>«{name}» – це тека, а не файл справи.</translation>
    </message>
    <message>
        <source>“{name}” is not a regular file, so it cannot be a case.</source>
        <translation>«{name}» не є звичайним файлом, тож не може бути справою.</translation>
    </message>
    <message>
        <source>there is a file in its place</source>
        <translation>на її місці лежить файл</translation>
    </message>
    <message>
        <source>Caseboard&apos;s own folder “{folder}”: {why}</source>
        <translation>Власна тека Caseboard «{folder}»: {why}</translation>
    </message>
    <message>
        <source>Beside the case lies “{name}”; what is in it was not looked at.</source>
        <translation>Поряд зі справою лежить «{name}»; його вміст не переглянуто.</translation>
    </message>
    <message>
        <source>{count} of the rows of “{table}” point at nothing in “{parent}”.</source>
        <translation>Рядків таблиці «{table}», які вказують на те, чого немає в «{parent}»: {count}.</translation>
    </message>
    <message>
        <source>There is a list of whom {owner} names, and no such record.</source>
        <translation>Є список тих, кого називає {owner}, але такого запису немає.</translation>
    </message>
    <message numerus="yes">
        <source>The search index lacks {n} page of files.</source>
        <translation>
            <numerusform>У пошуковому покажчику бракує {n} сторінки файлів.</numerusform>
            <numerusform>У пошуковому покажчику бракує {n} сторінок файлів.</numerusform>
            <numerusform>У пошуковому покажчику бракує {n} сторінок файлів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search index has {n} page of no file.</source>
        <translation>
            <numerusform>У пошуковому покажчику {n} сторінка, що не належить жодному файлу.</numerusform>
            <numerusform>У пошуковому покажчику {n} сторінки, що не належать жодному файлу.</numerusform>
            <numerusform>У пошуковому покажчику {n} сторінок, що не належать жодному файлу.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search index has other words for {n} page of files than that has.</source>
        <translation>
            <numerusform>У пошуковому покажчику для {n} сторінки файлів інші слова, ніж на ній.</numerusform>
            <numerusform>У пошуковому покажчику для {n} сторінок файлів інші слова, ніж на них.</numerusform>
            <numerusform>У пошуковому покажчику для {n} сторінок файлів інші слова, ніж на них.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether every row points at something cannot be told: {reason}.</source>
        <translation>Не вдалося з’ясувати, чи кожен рядок на щось указує: {reason}.</translation>
    </message>
    <message>
        <source>An index of table “{table}” is damaged; Save a Copy makes it anew.</source>
        <translation>Один з індексів таблиці «{table}» пошкоджений; «Зберегти копію» створить його заново.</translation>
    </message>
    <message>
        <source>The list of who names whom cannot be read: {reason}.</source>
        <translation>Не вдалося прочитати перелік посилань між записами: {reason}.</translation>
    </message>
    <message>
        <source>The words of files cannot be read: {reason}.</source>
        <translation>Слова файлів не вдається прочитати: {reason}.</translation>
    </message>
    <message>
        <source>its rows are out of order.</source>
        <translation>її рядки йдуть не за порядком.</translation>
    </message>
    <message>
        <source>The list of whom {record} names is not what its fields say.</source>
        <translation>Перелік посилань запису {record} не відповідає полям цього запису.</translation>
    </message>
    <message>
        <source>The journal cannot be read: an entry in it is no entry.</source>
        <translation>Не вдалося прочитати журнал: один із його записів не є записом журналу.</translation>
    </message>
    <message>
        <source>The journal cannot be read: an edit in it is no edit.</source>
        <translation>Не вдалося прочитати журнал: одна з його правок не є правкою.</translation>
    </message>
    <message>
        <source>The journal cannot be read: its rows are out of order.</source>
        <translation>Не вдалося прочитати журнал: його рядки йдуть не за порядком.</translation>
    </message>
    <message>
        <source>The journal cannot be read: {trouble}.</source>
        <translation>Не вдалося прочитати журнал: {trouble}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} private copy of a case is being read now; it goes when that is closed.</source>
        <translation>
            <numerusform>Зараз читається {n} приватна копія справи, яку буде прибрано після закриття.</numerusform>
            <numerusform>Зараз читаються {n} приватні копії справ, які буде прибрано після закриття.</numerusform>
            <numerusform>Зараз читається {n} приватних копій справ, які буде прибрано після закриття.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is open</source>
        <translation>її відкрито</translation>
    </message>
    <message>
        <source>What lies in the folder “{name}” cannot be seen: {why}.</source>
        <translation>Не вдається побачити, що лежить у теці «{name}»: {why}.</translation>
    </message>
    <message>
        <source>The backup {path} was not reached: {why}.</source>
        <translation>До резервної копії {path} не вдалося дістатися: {why}.</translation>
    </message>
    <message>
        <source>“{name}”, left beside the case, was not removed: {why}.</source>
        <translation>Залишений поруч зі справою файл «{name}» не видалено: {why}.</translation>
    </message>
    <message>
        <source>process {process} on {computer} since {time} UTC</source>
        <translation>процес {process} ({computer}), з {time} UTC</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>ця програма</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>інший комп’ютер</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>цей комп’ютер</translation>
    </message>
    <message>
        <source>process {process} on {computer}</source>
        <translation>процес {process} ({computer})</translation>
    </message>
    <message>
        <source>“{name}” beside it is not a lock file of ours</source>
        <translation>«{name}» поруч – не файл блокування цієї програми</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>інший процес</translation>
    </message>
    <message>
        <source>“{name}” is open for writing in {who}.</source>
        <translation>«{name}» відкрито для запису: {who}.</translation>
    </message>
    <message>
        <source>it says it took the steps {steps}</source>
        <translation>за його даними, виконано кроки: {steps}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>жодного</translation>
    </message>
    <message>
        <source>“{name}” is damaged, so it is open for reading only and nothing in it will be changed. Save a Copy keeps what can be read.</source>
        <translation>«{name}» пошкоджено, тому відкрито лише для читання, і нічого в ньому не зміниться. «Зберегти копію» збереже те, що можна прочитати.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written now ({reason}). It is open for reading.</source>
        <translation>Зараз записати до «{name}» неможливо ({reason}). Відкрито лише для читання.</translation>
    </message>
    <message>
        <source>“{name}” could not be copied for reading: {why}.</source>
        <translation>Не вдалося скопіювати «{name}» для читання: {why}.</translation>
    </message>
    <message>
        <source>“{name}” is open in this program already. This is a copy, as of now.</source>
        <translation>«{name}» уже відкрито в цій програмі. Це копія станом на зараз.</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer Caseboard (format {format}, this one knows {known}). It is open for reading; nothing in it will be changed.</source>
        <translation>«{name}» записано новішою версією Caseboard (формат {format}, ця версія знає {known}). Відкрито лише для читання; нічого в ньому не зміниться.</translation>
    </message>
    <message>
        <source>“{name}” was last opened by another program in a mode that spreads a case over several files. It is open for reading; Save a Copy makes it whole.</source>
        <translation>Востаннє «{name}» відкривала інша програма в режимі, що розкладає справу на кілька файлів. Відкрито лише для читання; «Зберегти копію» збере справу в один файл.</translation>
    </message>
    <message>
        <source>“{name}” may not be written here. It is open for reading.</source>
        <translation>Записувати до «{name}» тут не дозволено. Відкрито лише для читання.</translation>
    </message>
    <message>
        <source>The Python package “pysqlite3” is installed beside Caseboard and would bring a second SQLite library, which can damage open cases. Remove it, then start again.</source>
        <translation>Поруч із Caseboard установлено пакет Python «pysqlite3», який додав би другу бібліотеку SQLite, а це може пошкодити відкриті справи. Видаліть його й запустіть програму знову.</translation>
    </message>
    <message>
        <source>{trouble} This is a copy for reading, as of now.</source>
        <translation>{trouble} Це копія для читання станом на зараз.</translation>
    </message>
    <message>
        <source>“{name}” leads nowhere.</source>
        <translation>«{name}» нікуди не веде.</translation>
    </message>
    <message>
        <source>This is a copy for reading in today&apos;s format.</source>
        <translation>Це копія для читання в сьогоднішньому форматі.</translation>
    </message>
    <message>
        <source>it is being changed all the time; try again later</source>
        <translation>файл постійно змінюється; спробуйте пізніше</translation>
    </message>
    <message>
        <source>only questions are answered, such as SELECT</source>
        <translation>виконуються лише запити на читання, як-от SELECT</translation>
    </message>
    <message>
        <source>The query was not carried out: {reason}.</source>
        <translation>Запит не виконано: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} row of table “{table}” makes no sense.</source>
        <translation>
            <numerusform>{n} рядок таблиці «{table}» не має змісту.</numerusform>
            <numerusform>{n} рядки таблиці «{table}» не мають змісту.</numerusform>
            <numerusform>{n} рядків таблиці «{table}» не мають змісту.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of who names whom cannot be read; it was made anew.</source>
        <translation>Не вдалося прочитати перелік посилань між записами; його створено заново.</translation>
    </message>
    <message numerus="yes">
        <source>Table “{name}” has {n} place that cannot be read.</source>
        <translation>
            <numerusform>У таблиці «{name}» не читається {n} місце.</numerusform>
            <numerusform>У таблиці «{name}» не читаються {n} місця.</numerusform>
            <numerusform>У таблиці «{name}» не читається {n} місць.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row of table “{table}” cannot be shown, as what they rest on is missing.</source>
        <translation>
            <numerusform>{n} рядок таблиці «{table}» не можна показати: бракує того, на що він спирається.</numerusform>
            <numerusform>{n} рядки таблиці «{table}» не можна показати: бракує того, на що вони спираються.</numerusform>
            <numerusform>{n} рядків таблиці «{table}» не можна показати: бракує того, на що вони спираються.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row could be restored from the journal.</source>
        <translation>
            <numerusform>{n} рядок вдалося відновити з журналу.</numerusform>
            <numerusform>{n} рядки вдалося відновити з журналу.</numerusform>
            <numerusform>{n} рядків вдалося відновити з журналу.</numerusform>
        </translation>
    </message>
    <message>
        <source>The title and the settings of the case cannot be read.</source>
        <translation>Не вдалося прочитати назву й налаштування справи.</translation>
    </message>
    <message numerus="yes">
        <source>The titles of {n} board cannot be read.</source>
        <translation>
            <numerusform>Не вдалося прочитати назву {n} дошки.</numerusform>
            <numerusform>Не вдалося прочитати назви {n} дощок.</numerusform>
            <numerusform>Не вдалося прочитати назви {n} дощок.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was not closed properly last time; every finished change is here.</source>
        <translation>Минулого разу «{name}» не було закрито належно; усі завершені зміни тут.</translation>
    </message>
    <message>
        <source>Beside “{name}” lies “{beside}”, which this program did not leave there. The case is open for reading without it; Save a Copy to go on working.</source>
        <translation>Поруч із «{name}» лежить файл «{beside}», якого ця програма там не залишала. Справу відкрито без нього й лише для читання; щоб працювати далі, збережіть копію.</translation>
    </message>
    <message>
        <source>its journal speaks of other files</source>
        <translation>журнал цього файлу стосується інших файлів</translation>
    </message>
    <message>
        <source>its journal is of another state of the file</source>
        <translation>журнал належить до іншого стану файлу</translation>
    </message>
    <message>
        <source>“{name}” was not closed properly last time and could not be recovered ({reason}). It is open for reading as it lies there.</source>
        <translation>Минулого разу «{name}» не було закрито належно, і відновити не вдалося ({reason}). Відкрито лише для читання в наявному стані.</translation>
    </message>
    <message>
        <source>what lies beside it is no journal of this file</source>
        <translation>те, що лежить поруч, не є журналом цього файлу</translation>
    </message>
    <message>
        <source>The search index cannot be read: {trouble}.</source>
        <translation>Не вдалося прочитати пошуковий індекс: {trouble}.</translation>
    </message>
    <message>
        <source>The search index lacks a record.</source>
        <translation>У пошуковому індексі бракує запису.</translation>
    </message>
    <message>
        <source>The search index is damaged: {trouble}.</source>
        <translation>Пошуковий індекс пошкоджений: {trouble}.</translation>
    </message>
    <message>
        <source>“{name}” was brought from format {before} to {after}.</source>
        <translation>«{name}» переведено з формату {before} у формат {after}.</translation>
    </message>
    <message>
        <source>“{name}” could not be brought to format {format}: {trouble}. It was left as it is.</source>
        <translation>Не вдалося перевести «{name}» у формат {format}: {trouble}. Усе залишено як є.</translation>
    </message>
    <message>
        <source>Rows of table “{table}” point at nothing.</source>
        <translation>Рядки таблиці «{table}» указують у нікуди.</translation>
    </message>
    <message>
        <source>“{name}” is damaged, so it was left as it is, in its older format.</source>
        <translation>«{name}» пошкоджено, тому все залишено як є, у старішому форматі.</translation>
    </message>
    <message>
        <source>A backup lies in {folder}.</source>
        <translation>Резервна копія лежить тут: {folder}.</translation>
    </message>
    <message>
        <source>table “{table}” would point at nothing</source>
        <translation>таблиця «{table}» указувала б у нікуди</translation>
    </message>
    <message>
        <source>Expunged</source>
        <translation>Вилучено назавжди</translation>
    </message>
    <message>
        <source>Title page</source>
        <translation>Титульна сторінка</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Схема</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Елемент</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Картка</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Згорнуте</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Хід нитки</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Вкладення</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Оцінка</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Положення</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Про що</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значення</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Наосліп</translation>
    </message>
    <message>
        <source>Type of file</source>
        <translation>Тип файлу</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>Згорнуто</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закріплено</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Замкнено</translation>
    </message>
    <message>
        <source>Order in the stack</source>
        <translation>Порядок накладання</translation>
    </message>
    <message>
        <source>First moment</source>
        <translation>Перший момент</translation>
    </message>
    <message>
        <source>Last moment</source>
        <translation>Останній момент</translation>
    </message>
    <message>
        <source>Folded into it</source>
        <translation>Згорнуто в неї</translation>
    </message>
    <message>
        <source>Bends</source>
        <translation>Вигини</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Від</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>{named}: added</source>
        <translation>{named}: додано</translation>
    </message>
    <message>
        <source>{named}: deleted</source>
        <translation>{named}: видалено</translation>
    </message>
    <message>
        <source>{named}: changed</source>
        <translation>{named}: змінено</translation>
    </message>
    <message>
        <source>{named}: its values were removed from the journal</source>
        <translation>{named}: значення вилучено з журналу</translation>
    </message>
    <message>
        <source>{start} {says} {end}</source>
        <translation>{start} {says} {end}</translation>
    </message>
    <message>
        <source>{entries} entries, {rows} rows and {artifacts} artifacts ({bytes} bytes)</source>
        <translation>записів журналу: {entries}, рядків: {rows}, файлів-артефактів: {artifacts} (байтів: {bytes})</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not as it was written: {n} finding in {seen}. Head: {head}</source>
        <translation>
            <numerusform>«{name}» не відповідає записаному: {n} невідповідність; перевірено {seen}. Вершина: {head}</numerusform>
            <numerusform>«{name}» не відповідає записаному: {n} невідповідності; перевірено {seen}. Вершина: {head}</numerusform>
            <numerusform>«{name}» не відповідає записаному: {n} невідповідностей; перевірено {seen}. Вершина: {head}</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is sound: {seen} are as they were written. Head: {head}</source>
        <translation>Файл «{name}» неушкоджений: перевірено {seen}; усе таке, як було записано. Вершина: {head}</translation>
    </message>
    <message>
        <source>The row of {what} is missing.</source>
        <translation>Рядка {what} бракує.</translation>
    </message>
    <message>
        <source>Verifying was stopped; nothing was changed.</source>
        <translation>Перевірку зупинено; нічого не змінено.</translation>
    </message>
    <message>
        <source>A newer Caseboard wrote this (format {format}, this one knows {known}). Only it can compare the records, so they were not looked at.</source>
        <translation>Це записала новіша версія Caseboard (формат {format}, ця версія знає {known}). Порівняти записи може лише вона, тому їх не перевірено.</translation>
    </message>
    <message>
        <source>The row of {what} is there, though it was deleted.</source>
        <translation>Рядок {what} є, хоча його було видалено.</translation>
    </message>
    <message>
        <source>The row of {what} is not what the journal says.</source>
        <translation>Рядок {what} не відповідає журналу.</translation>
    </message>
    <message>
        <source>The bytes of artifact {name}… are missing.</source>
        <translation>Байтів файлу-артефакту {name}… бракує.</translation>
    </message>
    <message numerus="yes">
        <source>There are {n} more findings of this sort.</source>
        <translation>
            <numerusform>Є ще {n} невідповідність цього роду.</numerusform>
            <numerusform>Є ще {n} невідповідності цього роду.</numerusform>
            <numerusform>Є ще {n} невідповідностей цього роду.</numerusform>
        </translation>
    </message>
    <message>
        <source>The row of {what} is in no entry of the journal.</source>
        <translation>Рядка {what} немає в жодному записі журналу.</translation>
    </message>
    <message>
        <source>Table “{table}” cannot be read to its end: {trouble}</source>
        <translation>Таблицю «{table}» не вдалося прочитати до кінця: {trouble}</translation>
    </message>
    <message>
        <source>The records of artifacts cannot be read: {trouble}</source>
        <translation>Не вдалося прочитати записи про файли-артефакти: {trouble}</translation>
    </message>
    <message>
        <source>The bytes of artifact {name}… are there, though they were expunged.</source>
        <translation>Байти файлу-артефакту {name}… на місці, хоча їх було вилучено назавжди.</translation>
    </message>
    <message>
        <source>No record ever spoke of the bytes artifact {name}….</source>
        <translation>Жоден запис ніколи не згадував байтів файлу-артефакту {name}….</translation>
    </message>
    <message>
        <source>The journal speaks of an unknown table “{table}”.</source>
        <translation>У журналі згадано невідому таблицю «{table}».</translation>
    </message>
    <message>
        <source>A row of table “{table}” has no name.</source>
        <translation>Один із рядків таблиці «{table}» не має імені.</translation>
    </message>
    <message>
        <source>The row of {what} cannot be read: {trouble}</source>
        <translation>Рядок {what} не вдалося прочитати: {trouble}</translation>
    </message>
    <message>
        <source>The bytes of artifact {name}… were changed.</source>
        <translation>Байти файлу-артефакту {name}… змінено.</translation>
    </message>
    <message>
        <source>It is “{title}”.</source>
        <translation>Ідеться про «{title}».</translation>
    </message>
    <message>
        <source>There are two rows of {what}.</source>
        <translation>Є два рядки {what}.</translation>
    </message>
    <message>
        <source>The size noted for artifact {name}… is wrong.</source>
        <translation>Розмір, зазначений для файлу-артефакту {name}…, неправильний.</translation>
    </message>
    <message>
        <source>The case is still being read; it can be changed in a moment.</source>
        <translation>Справа ще читається; за мить її можна буде змінювати.</translation>
    </message>
    <message>
        <source>Reading “{title}”. Look around meanwhile.</source>
        <translation>Читається «{title}». Тим часом можна роздивлятися.</translation>
    </message>
    <message>
        <source>How much of the case has been read</source>
        <translation>Яку частину справи прочитано</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Opening was ended; nothing was changed.</source>
        <translation>Відкриття припинено; нічого не змінено.</translation>
    </message>
    <message>
        <source>Caseboard cases (*.caseboard)</source>
        <translation>Справи Caseboard (*.caseboard)</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Нова справа</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Відкрити справу</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Зберегти копію</translation>
    </message>
    <message>
        <source>Export board</source>
        <translation>Експорт дошки</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Додати файли</translation>
    </message>
    <message>
        <source>Add a board</source>
        <translation>Додати дошку</translation>
    </message>
    <message>
        <source>Title of the board:</source>
        <translation>Назва дошки:</translation>
    </message>
    <message>
        <source>Your name in the journal</source>
        <translation>Ваше ім’я в журналі</translation>
    </message>
    <message>
        <source>Every change is journaled under this name:</source>
        <translation>Кожну зміну записують до журналу під цим іменем:</translation>
    </message>
    <message>
        <source>“{name}” is there already. What it holds would be lost.</source>
        <translation>Файл «{name}» уже існує. Його вміст буде втрачено.</translation>
    </message>
    <message>
        <source>Rename view</source>
        <comment>command</comment>
        <translation>Перейменувати вигляд</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Зберегти цей вигляд</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Назва вигляду:</translation>
    </message>
    <message>
        <source>Keep the filter and the place on the board as:</source>
        <translation>Зберегти фільтр і місце на дошці як:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>С&amp;касувати</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Скасувати: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторити</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Повторити: {step}</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete link</source>
        <translation>
            <numerusform>&amp;Видалити зв’язок</numerusform>
            <numerusform>&amp;Видалити зв’язки</numerusform>
            <numerusform>&amp;Видалити зв’язки</numerusform>
        </translation>
    </message>
    <message>
        <source>Take &amp;off the board</source>
        <translation>При&amp;брати з дошки</translation>
    </message>
    <message>
        <source>Double-click to add a card. Drop pictures, files, text or a web address here.</source>
        <translation>Двічі клацніть, щоб додати картку. Киньте сюди зображення, файли, текст або вебадресу.</translation>
    </message>
    <message>
        <source>Add a card from the menu Add. Drop pictures, files, text or a web address here.</source>
        <translation>Додайте картку з меню «Додати». Киньте сюди зображення, файли, текст або вебадресу.</translation>
    </message>
    <message>
        <source>Label of the link</source>
        <translation>Підпис зв’язку</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>Назва рамки</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Текст нотатки</translation>
    </message>
    <message>
        <source>Nothing has been placed on it.</source>
        <translation>На дошці нічого не розміщено.</translation>
    </message>
    <message>
        <source>Board: {title}</source>
        <translation>Дошка: {title}</translation>
    </message>
    <message>
        <source>Untitled board</source>
        <translation>Дошка без назви</translation>
    </message>
    <message>
        <source>An empty board</source>
        <translation>Порожня дошка</translation>
    </message>
    <message numerus="yes">
        <source>{n} file</source>
        <translation>
            <numerusform>{n} файл</numerusform>
            <numerusform>{n} файли</numerusform>
            <numerusform>{n} файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} for</source>
        <translation>
            <numerusform>{n} за</numerusform>
            <numerusform>{n} за</numerusform>
            <numerusform>{n} за</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} against</source>
        <translation>
            <numerusform>{n} проти</numerusform>
            <numerusform>{n} проти</numerusform>
            <numerusform>{n} проти</numerusform>
        </translation>
    </message>
    <message>
        <source>Strings are tied to cards: select a card to follow one.</source>
        <translation>Нитки прив’язано до карток: виберіть картку, щоб іти вздовж нитки.</translation>
    </message>
    <message>
        <source>This is the first string here.</source>
        <translation>Це перша нитка тут.</translation>
    </message>
    <message>
        <source>This is the last string here.</source>
        <translation>Це остання нитка тут.</translation>
    </message>
    <message numerus="yes">
        <source>No string ends at this card; {n} string starts here.</source>
        <translation>
            <numerusform>Жодна нитка не закінчується на цій картці; тут починається {n} нитка.</numerusform>
            <numerusform>Жодна нитка не закінчується на цій картці; тут починаються {n} нитки.</numerusform>
            <numerusform>Жодна нитка не закінчується на цій картці; тут починається {n} ниток.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No string ends at this collapsed frame; {n} string starts here.</source>
        <translation>
            <numerusform>Жодна нитка не закінчується на цій згорнутій рамці; тут починається {n} нитка.</numerusform>
            <numerusform>Жодна нитка не закінчується на цій згорнутій рамці; тут починаються {n} нитки.</numerusform>
            <numerusform>Жодна нитка не закінчується на цій згорнутій рамці; тут починається {n} ниток.</numerusform>
        </translation>
    </message>
    <message>
        <source>No string is tied to this card.</source>
        <translation>До цієї картки не прив’язано жодної нитки.</translation>
    </message>
    <message numerus="yes">
        <source>No string starts at this card; {n} string ends here.</source>
        <translation>
            <numerusform>Жодна нитка не починається на цій картці; тут закінчується {n} нитка.</numerusform>
            <numerusform>Жодна нитка не починається на цій картці; тут закінчуються {n} нитки.</numerusform>
            <numerusform>Жодна нитка не починається на цій картці; тут закінчується {n} ниток.</numerusform>
        </translation>
    </message>
    <message>
        <source>No string is tied to this collapsed frame.</source>
        <translation>До цієї згорнутої рамки не прив’язано жодної нитки.</translation>
    </message>
    <message numerus="yes">
        <source>No string starts at this collapsed frame; {n} string ends here.</source>
        <translation>
            <numerusform>Жодна нитка не починається на цій згорнутій рамці; тут закінчується {n} нитка.</numerusform>
            <numerusform>Жодна нитка не починається на цій згорнутій рамці; тут закінчуються {n} нитки.</numerusform>
            <numerusform>Жодна нитка не починається на цій згорнутій рамці; тут закінчується {n} ниток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select one card, string or frame to edit its title.</source>
        <translation>Виберіть одну картку, нитку або рамку, щоб змінити її назву.</translation>
    </message>
    <message numerus="yes">
        <source>Let go to make a card of it here</source>
        <translation>
            <numerusform>Відпустіть, щоб створити тут {n} картку</numerusform>
            <numerusform>Відпустіть, щоб створити тут {n} картки</numerusform>
            <numerusform>Відпустіть, щоб створити тут {n} карток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{seen} of {n} card in view, {zoom} per cent</source>
        <translation>
            <numerusform>{seen} з {n} картки видно, масштаб у відсотках: {zoom}</numerusform>
            <numerusform>{seen} з {n} карток видно, масштаб у відсотках: {zoom}</numerusform>
            <numerusform>{seen} з {n} карток видно, масштаб у відсотках: {zoom}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} link</source>
        <translation>
            <numerusform>{n} зв’язок</numerusform>
            <numerusform>{n} зв’язки</numerusform>
            <numerusform>{n} зв’язків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} frame</source>
        <translation>
            <numerusform>{n} рамка</numerusform>
            <numerusform>{n} рамки</numerusform>
            <numerusform>{n} рамок</numerusform>
        </translation>
    </message>
    <message>
        <source>locked</source>
        <translation>замкнено</translation>
    </message>
    <message>
        <source>stands back</source>
        <translation>приглушено</translation>
    </message>
    <message numerus="yes">
        <source>{n} collapsed</source>
        <translation>
            <numerusform>{n} згорнуто</numerusform>
            <numerusform>{n} згорнуто</numerusform>
            <numerusform>{n} згорнуто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden</source>
        <translation>
            <numerusform>{n} приховано</numerusform>
            <numerusform>{n} приховано</numerusform>
            <numerusform>{n} приховано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} standing back</source>
        <translation>
            <numerusform>{n} приглушено</numerusform>
            <numerusform>{n} приглушено</numerusform>
            <numerusform>{n} приглушено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>Вибрано: {n}</numerusform>
            <numerusform>Вибрано: {n}</numerusform>
            <numerusform>Вибрано: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n} card are shown</source>
        <translation>
            <numerusform>Показано всі картки: {n}</numerusform>
            <numerusform>Показано всі картки: {n}</numerusform>
            <numerusform>Показано всі картки: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} link to it</source>
        <translation>
            <numerusform>{n} зв’язок до нього</numerusform>
            <numerusform>{n} зв’язки до нього</numerusform>
            <numerusform>{n} зв’язків до нього</numerusform>
        </translation>
    </message>
    <message>
        <source>“{file}” could not be drawn, and what was there before is kept. Close other programs to free memory, or export in another form.</source>
        <translation>«{file}» не вдалося намалювати; те, що було там раніше, збережено. Закрийте інші програми, щоб звільнити пам’ять, або експортуйте в іншому форматі.</translation>
    </message>
    <message>
        <source>The {kind} was written but could not be read back, so it was thrown away and what was there before is kept. Make room on the disk and export again.</source>
        <translation>Записаний файл ({kind}) не вдалося прочитати знову, тож його відкинуто; те, що було там раніше, збережено. Звільніть місце на диску й експортуйте ще раз.</translation>
    </message>
    <message>
        <source>{date} {time} UTC</source>
        <translation>{date} {time} UTC</translation>
    </message>
    <message numerus="yes">
        <source>{n} item</source>
        <translation>
            <numerusform>{n} елемент</numerusform>
            <numerusform>{n} елементи</numerusform>
            <numerusform>{n} елементів</numerusform>
        </translation>
    </message>
    <message>
        <source>journal #{number}</source>
        <translation>журнал №&#xa0;{number}</translation>
    </message>
    <message>
        <source>Made with Caseboard {version}</source>
        <translation>Створено в Caseboard {version}</translation>
    </message>
    <message>
        <source>The picture would have {width} by {height} pixels, and {side} a side and {millions} million in all are the most, so none was made. Choose a smaller scale or a part of the board, or export it as PDF or SVG.</source>
        <translation>Зображення мало б {width} на {height} пікселів, а найбільше можна {side} на сторону й {millions}&#xa0;млн загалом, тож його не створено. Виберіть менший масштаб чи частину дошки або експортуйте її як PDF чи SVG.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>зображення</translation>
    </message>
    <message>
        <source>head {hash}</source>
        <translation>вершина {hash}</translation>
    </message>
    <message>
        <source>Nothing lies on this board.</source>
        <translation>На цій дошці нічого немає.</translation>
    </message>
    <message>
        <source>Select the frame</source>
        <translation>Вибрати рамку</translation>
    </message>
    <message>
        <source>Select the card</source>
        <translation>Вибрати картку</translation>
    </message>
    <message>
        <source>Go to the other end</source>
        <translation>Перейти до іншого кінця</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Вибрати</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Відкрити меню</translation>
    </message>
    <message>
        <source>Edit the title</source>
        <translation>Змінити назву</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Let go in line with its neighbours to take the bend away; Esc puts back</source>
        <translation>Відпустіть на одній лінії із сусідніми точками, щоб прибрати вигин; Esc – повернути</translation>
    </message>
    <message>
        <source>Drag a frame around what belongs together; a click makes one of common size</source>
        <translation>Обведіть рамкою те, що належить разом; клацання створить рамку звичайного розміру</translation>
    </message>
    <message>
        <source>Let go to make the frame; Ctrl suspends snapping, Esc leaves</source>
        <translation>Відпустіть, щоб створити рамку; Ctrl призупиняє прилипання, Esc – вийти</translation>
    </message>
    <message>
        <source>Too small for a frame; nothing was made.</source>
        <translation>Замало для рамки; нічого не створено.</translation>
    </message>
    <message>
        <source>Draw a line around what you want to select; Shift adds, Ctrl toggles</source>
        <translation>Обведіть лінією те, що хочете вибрати; Shift додає, Ctrl перемикає</translation>
    </message>
    <message>
        <source>Let go to select what lies inside; Esc leaves</source>
        <translation>Відпустіть, щоб вибрати те, що всередині; Esc – вийти</translation>
    </message>
    <message>
        <source>Let go on a card or a string; on an empty place a new card is made; Esc leaves</source>
        <translation>Відпустіть на картці або нитці; на порожньому місці буде створено нову картку; Esc – вийти</translation>
    </message>
    <message>
        <source>Drag from a card to another card or to a string</source>
        <translation>Перетягніть від картки до іншої картки або до нитки</translation>
    </message>
    <message>
        <source>Shift adds, Ctrl toggles</source>
        <translation>Shift додає, Ctrl перемикає</translation>
    </message>
    <message>
        <source>Shift keeps to one axis, Ctrl suspends snapping, Alt drags a copy, or files out of the board; Esc puts back</source>
        <translation>Shift тримає одну вісь, Ctrl призупиняє прилипання, Alt перетягує копію або файли за межі дошки; Esc – повернути</translation>
    </message>
    <message>
        <source>Click where a sticky note is to be, or drag one of another size</source>
        <translation>Клацніть там, де має бути наліпка, або перетягуванням задайте інший розмір</translation>
    </message>
    <message>
        <source>Let go to write the note; Ctrl suspends snapping, Esc leaves</source>
        <translation>Відпустіть, щоб написати нотатку; Ctrl призупиняє прилипання, Esc – вийти</translation>
    </message>
    <message>
        <source>Too small for a note; nothing was made.</source>
        <translation>Замало для нотатки; нічого не створено.</translation>
    </message>
    <message>
        <source>Click where text is to begin, or drag how wide it is to be</source>
        <translation>Клацніть там, де має починатися текст, або перетягуванням задайте його ширину</translation>
    </message>
    <message>
        <source>Let go to write the text; Ctrl suspends snapping, Esc leaves</source>
        <translation>Відпустіть, щоб написати текст; Ctrl призупиняє прилипання, Esc – вийти</translation>
    </message>
    <message>
        <source>Too narrow for text; nothing was made.</source>
        <translation>Завузько для тексту; нічого не створено.</translation>
    </message>
    <message>
        <source>Drag to move the board</source>
        <translation>Перетягніть, щоб пересунути дошку</translation>
    </message>
    <message>
        <source>Let go on another card or string; Esc leaves</source>
        <translation>Відпустіть на іншій картці або нитці; Esc – вийти</translation>
    </message>
    <message>
        <source>Ctrl suspends snapping, Esc puts back</source>
        <translation>Ctrl призупиняє прилипання, Esc – повернути</translation>
    </message>
    <message>
        <source>It is locked and stays; Lock or unlock in the menu Arrange lets go of it.</source>
        <translation>Це замкнено, тож воно лишається на місці; відімкнути можна командою «Замкнути або відімкнути» в меню «Розташувати».</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Дошки</translation>
    </message>
    <message>
        <source>List of boards</source>
        <translation>Список дощок</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Перейменувати…</translation>
    </message>
    <message>
        <source>&amp;Delete board…</source>
        <translation>&amp;Видалити дошку…</translation>
    </message>
    <message>
        <source>&amp;Place as a card on “{title}”</source>
        <translation>&amp;Розмістити карткою на «{title}»</translation>
    </message>
    <message>
        <source>Title of the board</source>
        <translation>Назва дошки</translation>
    </message>
    <message>
        <source>A board cannot be put on itself.</source>
        <translation>Дошку не можна розмістити на ній самій.</translation>
    </message>
    <message>
        <source>Nothing changes here; save a copy to work on.</source>
        <translation>Тут нічого не змінюється; збережіть копію, щоб працювати з нею.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Icons, themes and the example</source>
        <translation>Піктограми, теми й приклад</translation>
    </message>
    <message>
        <source>{name} is under {licence} and brings no text of it.</source>
        <translation>{name}: ліцензія {licence}, тексту ліцензії не додано.</translation>
    </message>
    <message>
        <source>The text of the LGPL stands at {address}</source>
        <translation>Текст LGPL розміщено за адресою {address}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>не зазначено</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Суспільне надбання</translation>
    </message>
    <message>
        <source>SQLite is in the public domain.</source>
        <translation>SQLite є суспільним надбанням.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” and {n} more file did not come along: only 64 MiB of files are copied at once. Drag what is missing over from its own case.</source>
        <translation>
            <numerusform>«{name}» і ще {n} файл не перенесено: за один раз копіюється лише 64&#xa0;МіБ файлів. Перетягніть решту з початкової справи.</numerusform>
            <numerusform>«{name}» і ще {n} файли не перенесено: за один раз копіюється лише 64&#xa0;МіБ файлів. Перетягніть решту з початкової справи.</numerusform>
            <numerusform>«{name}» і ще {n} файлів не перенесено: за один раз копіюється лише 64&#xa0;МіБ файлів. Перетягніть решту з початкової справи.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} and {last} came along.</source>
        <translation>Перенесено: {what} і {last}.</translation>
    </message>
    <message>
        <source>“{name}” did not come along: only 64 MiB of files are copied at once. Drag what is missing over from its own case.</source>
        <translation>«{name}» не перенесено: за один раз копіюється лише 64&#xa0;МіБ файлів. Перетягніть решту з початкової справи.</translation>
    </message>
    <message numerus="yes">
        <source>{n} exhibit number had been given here already, so another was given.</source>
        <translation>
            <numerusform>{n} номер доказу тут уже було надано, тож надано інший.</numerusform>
            <numerusform>{n} номери доказів тут уже було надано, тож надано інші.</numerusform>
            <numerusform>{n} номерів доказів тут уже було надано, тож надано інші.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mention of what was not copied was left out.</source>
        <translation>
            <numerusform>{n} згадку про нескопійоване пропущено.</numerusform>
            <numerusform>{n} згадки про нескопійоване пропущено.</numerusform>
            <numerusform>{n} згадок про нескопійоване пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} source</source>
        <translation>
            <numerusform>{n} джерело</numerusform>
            <numerusform>{n} джерела</numerusform>
            <numerusform>{n} джерел</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} came along.</source>
        <translation>Перенесено: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} record is in this case already and is used as it is here.</source>
        <translation>
            <numerusform>{n} запис уже є в цій справі; його використано таким, яким він є тут.</numerusform>
            <numerusform>{n} записи вже є в цій справі; їх використано такими, якими вони є тут.</numerusform>
            <numerusform>{n} записів уже є в цій справі; їх використано такими, якими вони є тут.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of what is here differs from what was copied.</source>
        <translation>
            <numerusform>{n} наявний тут запис відрізняється від скопійованого.</numerusform>
            <numerusform>{n} наявні тут записи відрізняються від скопійованих.</numerusform>
            <numerusform>{n} наявних тут записів відрізняються від скопійованих.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} and {last}</source>
        <translation>{what} і {last}</translation>
    </message>
    <message>
        <source>What has no title</source>
        <translation>Запис без заголовка</translation>
    </message>
    <message numerus="yes">
        <source>{what} goes from the case.</source>
        <translation>
            <numerusform>{what} буде видалено зі справи.</numerusform>
            <numerusform>{what} буде видалено зі справи.</numerusform>
            <numerusform>{what} буде видалено зі справи.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} goes from the case and from every board.</source>
        <translation>
            <numerusform>{what} буде видалено зі справи та з усіх дощок.</numerusform>
            <numerusform>{what} буде видалено зі справи та з усіх дощок.</numerusform>
            <numerusform>{what} буде видалено зі справи та з усіх дощок.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} goes from the case, with {links}.</source>
        <translation>
            <numerusform>{what} буде видалено зі справи, а разом із цим – {links}.</numerusform>
            <numerusform>{what} буде видалено зі справи, а разом із цим – {links}.</numerusform>
            <numerusform>{what} буде видалено зі справи, а разом із цим – {links}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} goes from the case and from every board, with {links}.</source>
        <translation>
            <numerusform>{what} буде видалено зі справи та з усіх дощок, а разом із цим – {links}.</numerusform>
            <numerusform>{what} буде видалено зі справи та з усіх дощок, а разом із цим – {links}.</numerusform>
            <numerusform>{what} буде видалено зі справи та з усіх дощок, а разом із цим – {links}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>ще {n}</numerusform>
            <numerusform>ще {n}</numerusform>
            <numerusform>ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo brings all of it back.</source>
        <translation>Скасування поверне все це.</translation>
    </message>
    <message>
        <source>An evidence board for people who must show how they know what they say.</source>
        <translation>Дошка доказів для тих, хто має показати, звідки знає те, що каже.</translation>
    </message>
    <message>
        <source>Caseboard is free software under the MIT licence. It stands on the work listed here; Qt is used under the LGPL, so you may run Caseboard with a Qt of your own.</source>
        <translation>Caseboard – вільна програма за ліцензією MIT. Вона спирається на перелічені тут розробки; Qt використано за ліцензією LGPL, тож ви можете запускати Caseboard із власною збіркою Qt.</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Копіювати для звіту</translation>
    </message>
    <message>
        <source>About Caseboard</source>
        <translation>Про Caseboard</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
    <message>
        <source>Licence of {name}</source>
        <translation>Ліцензія {name}</translation>
    </message>
    <message>
        <source>Components, versions and licences</source>
        <translation>Компоненти, версії та ліцензії</translation>
    </message>
    <message>
        <source>The translation into {language} was made with the help of a machine.</source>
        <translation>Переклад ({language}) зроблено за допомогою машини.</translation>
    </message>
    <message>
        <source>The mark of Caseboard</source>
        <translation>Знак Caseboard</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версія {number}</translation>
    </message>
    <message>
        <source>How credible is it?</source>
        <translation>Наскільки це достовірно?</translation>
    </message>
    <message>
        <source>How reliable is the source?</source>
        <translation>Наскільки надійне джерело?</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>Нова картка</translation>
    </message>
    <message>
        <source>For and against</source>
        <translation>За і проти</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Звідки це</translation>
    </message>
    <message>
        <source>In answer</source>
        <translation>У відповідь</translation>
    </message>
    <message>
        <source>In the world</source>
        <translation>У світі</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Інше</translation>
    </message>
    <message>
        <source>Makes the claim more credible</source>
        <translation>Робить твердження достовірнішим</translation>
    </message>
    <message>
        <source>Makes the claim less credible</source>
        <translation>Робить твердження менш достовірним</translation>
    </message>
    <message>
        <source>Attacks the inference, not the conclusion</source>
        <translation>Підриває міркування, а не висновок</translation>
    </message>
    <message>
        <source>Both cannot be true</source>
        <translation>Обидва не можуть бути правдивими</translation>
    </message>
    <message>
        <source>Context that speaks neither way</source>
        <translation>Контекст, що не свідчить ні за, ні проти</translation>
    </message>
    <message>
        <source>Quotes, reprints, translates or relies on it</source>
        <translation>Цитує, передруковує, перекладає його чи спирається на нього</translation>
    </message>
    <message>
        <source>Two records of one thing</source>
        <translation>Два записи про одне й те саме</translation>
    </message>
    <message>
        <source>A newer version of it</source>
        <translation>Новіша версія того самого</translation>
    </message>
    <message>
        <source>Takes it back</source>
        <translation>Відкликає сказане</translation>
    </message>
    <message>
        <source>Puts part of it right</source>
        <translation>Частково виправляє сказане</translation>
    </message>
    <message>
        <source>Answers it, without a yes or no</source>
        <translation>Відповідає без «так» чи «ні»</translation>
    </message>
    <message>
        <source>Says that it is not so</source>
        <translation>Каже, що це не так</translation>
    </message>
    <message>
        <source>Says that it is so</source>
        <translation>Каже, що це так</translation>
    </message>
    <message>
        <source>Shows it in a picture or recording</source>
        <translation>Показує це на зображенні чи записі</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Де це розташовано</translation>
    </message>
    <message>
        <source>As part of a longer event</source>
        <translation>Як частина тривалішої події</translation>
    </message>
    <message>
        <source>Came before it</source>
        <translation>Сталося раніше</translation>
    </message>
    <message>
        <source>One physical thing in both</source>
        <translation>Той самий фізичний предмет в обох</translation>
    </message>
    <message>
        <source>Untyped, to be decided later</source>
        <translation>Без типу, буде визначено пізніше</translation>
    </message>
    <message>
        <source>This link says</source>
        <translation>Цей зв’язок означає</translation>
    </message>
    <message>
        <source>A picture, for a page or a message.</source>
        <translation>Зображення для сторінки чи повідомлення.</translation>
    </message>
    <message>
        <source>One page, sharp at any size; the text can be searched.</source>
        <translation>Одна сторінка, чітка за будь-якого розміру; у тексті можна шукати.</translation>
    </message>
    <message>
        <source>A drawing that other programs can edit.</source>
        <translation>Рисунок, який можна редагувати в інших програмах.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Частина</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>All of it, also what is hidden now</source>
        <translation>Усе, також приховане зараз</translation>
    </message>
    <message>
        <source>The picture says so</source>
        <translation>На зображенні про це сказано</translation>
    </message>
    <message>
        <source>There is nothing on this board yet.</source>
        <translation>На цій дошці ще нічого немає.</translation>
    </message>
    <message>
        <source>Whole board</source>
        <translation>Уся дошка</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Як показано</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Вибране</translation>
    </message>
    <message>
        <source>{width} × {height} pixels: too large to paint. Choose a smaller scale, SVG or PDF.</source>
        <translation>{width} × {height}&#xa0;пікселів: зображення завелике. Виберіть менший масштаб, SVG або PDF.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height}&#xa0;пікселів</translation>
    </message>
    <message>
        <source>{width} × {height} units</source>
        <translation>{width} × {height}&#xa0;одиниць</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Натисніть клавіші…</translation>
    </message>
    <message>
        <source>Press the keys; Escape leaves</source>
        <translation>Натисніть клавіші; Esc – вийти</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>змінено</translation>
    </message>
    <message>
        <source>These keys are the same everywhere and stay as they are.</source>
        <translation>Ці клавіші всюди однакові й не змінюються.</translation>
    </message>
    <message>
        <source>No action with these words or keys</source>
        <translation>Немає дії з такими словами чи клавішами</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>Прибрати {key}</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Знайти дію чи клавішу</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Дії та їхні клавіші</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Скинути</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>Додати клавішу…</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Узяти сюди</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Дія</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>без клавіш</translation>
    </message>
    <message>
        <source>There is no “{name}” in {folder} now. It may have been moved or renamed, or the disk that it lies on is not connected.</source>
        <translation>У теці {folder} зараз немає «{name}». Можливо, файл переміщено чи перейменовано або диск, на якому він лежить, не під’єднано.</translation>
    </message>
    <message>
        <source>The case is not where it was</source>
        <translation>Справи немає там, де вона була</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Прибрати зі списку</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Вказати місце…</translation>
    </message>
    <message>
        <source>This was cancelled, and nothing was taken in.</source>
        <translation>Дію скасовано, нічого не додано.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Сторінки</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Відновити типові</translation>
    </message>
    <message>
        <source>Restore all keys</source>
        <translation>Відновити всі клавіші</translation>
    </message>
    <message>
        <source>Every action gets back the keys that it was delivered with. Those that you have chosen are lost.</source>
        <translation>Кожній дії буде повернуто початкові клавіші. Вибрані вами клавіші буде втрачено.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Відновити</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Клавіатура й миша</translation>
    </message>
    <message>
        <source>Nothing with these words or keys</source>
        <translation>Немає нічого з такими словами чи клавішами</translation>
    </message>
    <message>
        <source>Find what you want to do, or a key</source>
        <translation>Знайти потрібну дію чи клавішу</translation>
    </message>
    <message>
        <source>Choose other keys…</source>
        <translation>Вибрати інші клавіші…</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Клавіші та жести</translation>
    </message>
    <message>
        <source>“{name}” lies on another computer ({where}). Reading it would send your name there, so it was left alone; copy it here first.</source>
        <translation>Файл «{name}» лежить на іншому комп’ютері ({where}). Читання надіслало б туди ваше ім’я, тож файл не зачеплено; спершу скопіюйте його сюди.</translation>
    </message>
    <message>
        <source>“{name}” is in the case, but no picture of it.</source>
        <translation>Файл «{name}» є у справі, але без його зображення.</translation>
    </message>
    <message>
        <source>A case cannot take in itself; Save a Copy first, and add that.</source>
        <translation>Справу не можна додати до неї самої; спершу збережіть копію й додайте її.</translation>
    </message>
    <message>
        <source>No file yet: a saved page, a screenshot or a web archive.</source>
        <translation>Файлів ще немає: збережена сторінка, знімок екрана або вебархів.</translation>
    </message>
    <message>
        <source>a network path</source>
        <translation>мережевий шлях</translation>
    </message>
    <message>
        <source>“{name}” was written and checked.</source>
        <translation>«{name}» записано й перевірено.</translation>
    </message>
    <message>
        <source>A copy was written to “{name}” and checked.</source>
        <translation>Копію записано до «{name}» і перевірено.</translation>
    </message>
    <message>
        <source>only what was selected</source>
        <translation>лише вибране</translation>
    </message>
    <message>
        <source>A fault in the program stopped what was just asked for. Every finished change is in the case.</source>
        <translation>Помилка в програмі перервала щойно розпочату дію. Усі завершені зміни є у справі.</translation>
    </message>
    <message>
        <source>It is noted in {path}.</source>
        <translation>Її записано у файл {path}.</translation>
    </message>
    <message>
        <source>The journal knows you as “unnamed user”.</source>
        <translation>У журналі ви – «unnamed user».</translation>
    </message>
    <message numerus="yes">
        <source>{n} item is on no board yet.</source>
        <translation>
            <numerusform>{n} елемента ще немає на жодній дошці.</numerusform>
            <numerusform>{n} елементів ще немає на жодній дошці.</numerusform>
            <numerusform>{n} елементів ще немає на жодній дошці.</numerusform>
        </translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Перші кроки</translation>
    </message>
    <message>
        <source>Set your name…</source>
        <translation>Указати ім’я…</translation>
    </message>
    <message>
        <source>It is hidden on this board for now.</source>
        <translation>Поки що це приховано на цій дошці.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Select one link to go to an end of it.</source>
        <translation>Виберіть один зв’язок, щоб перейти до його початку чи кінця.</translation>
    </message>
    <message>
        <source>The card stands for the board on which it lies.</source>
        <translation>Картка позначає ту саму дошку, на якій лежить.</translation>
    </message>
    <message>
        <source>Select one card that stands for a board to open that.</source>
        <translation>Виберіть одну картку, що позначає дошку, щоб відкрити цю дошку.</translation>
    </message>
    <message>
        <source>These two cannot be joined by a link.</source>
        <translation>Ці два об’єкти не можна з’єднати зв’язком.</translation>
    </message>
    <message>
        <source>Select two cards, or a card and a string, to link them.</source>
        <translation>Виберіть дві картки або картку й нитку, щоб їх зв’язати.</translation>
    </message>
    <message>
        <source>No type fits between the ends of all of them.</source>
        <translation>Жоден тип не підходить до кінців усіх цих зв’язків.</translation>
    </message>
    <message>
        <source>Nothing that is selected names a source to grade.</source>
        <translation>У вибраному не названо джерела, яке можна оцінити.</translation>
    </message>
    <message>
        <source>Select an item to grade.</source>
        <translation>Виберіть елемент для оцінювання.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item of a newer version</source>
        <translation>
            <numerusform>{n} елемент новішої версії</numerusform>
            <numerusform>{n} елементи новішої версії</numerusform>
            <numerusform>{n} елементів новішої версії</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} board</source>
        <translation>
            <numerusform>{n} дошка</numerusform>
            <numerusform>{n} дошки</numerusform>
            <numerusform>{n} дощок</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>Вилучити: {title}</translation>
    </message>
    <message>
        <source>{shown}
Press to remove</source>
        <translation>{shown}
Натисніть, щоб вилучити</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Не задано</translation>
    </message>
    <message>
        <source>The card leads nowhere: its board is not in this case. Choose another one.</source>
        <translation>Картка нікуди не веде: її дошки немає в цій справі. Виберіть іншу.</translation>
    </message>
    <message>
        <source>The card leads nowhere yet. Choose its board.</source>
        <translation>Картка ще нікуди не веде. Виберіть її дошку.</translation>
    </message>
    <message>
        <source>A word that this version does not know</source>
        <translation>Слово, невідоме цій версії</translation>
    </message>
    <message>
        <source>Add to {field}</source>
        <translation>Додати до поля «{field}»</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>Знайти елемент</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”.</source>
        <translation>Нічого не знайдено за запитом «{words}».</translation>
    </message>
    <message>
        <source>An item that is gone</source>
        <translation>Елемент, якого вже немає</translation>
    </message>
    <message>
        <source>Choose an item in the list; nothing is stored yet.</source>
        <translation>Виберіть елемент у списку; ще нічого не збережено.</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Назва або код</translation>
    </message>
    <message>
        <source>“{text}” is no language tag, such as uk or zh-Hant, and no name in the list. It is not stored yet.</source>
        <translation>«{text}» – не код мови на зразок uk чи zh-Hant і не назва зі списку. Ще не збережено.</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Африкаанс</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Амхарська</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Арабська</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Азербайджанська</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Білоруська</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Болгарська</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Бенгальська</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Боснійська</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Каталонська</translation>
    </message>
    <message>
        <source>Central Kurdish</source>
        <translation>Центральнокурдська</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Чеська</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Данська</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Німецька</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Грецька</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Англійська</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Іспанська</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Естонська</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Перська</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Фінська</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Французька</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>Хауса</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Іврит</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Гінді</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Хорватська</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Угорська</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Вірменська</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Індонезійська</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Італійська</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Японська</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Грузинська</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Казахська</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Кхмерська</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Корейська</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>Курдська</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>Киргизька</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Лаоська</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Литовська</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Латиська</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Македонська</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Малаялам</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>Монгольська</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Маратхі</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Малайська</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Бірманська</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Непальська</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Нідерландська</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Норвезька</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Панджабі</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Польська</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Пушту</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Португальська</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Румунська</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Російська</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Сингальська</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Словацька</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Словенська</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Сомалійська</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Албанська</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Сербська</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Шведська</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Суахілі</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Тамільська</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Телугу</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>Таджицька</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Тайська</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Тигринья</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>Туркменська</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Турецька</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>Уйгурська</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Українська</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Урду</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Узбецька</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>В’єтнамська</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Їдиш</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Китайська</translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation>Китайська, спрощена</translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation>Китайська, традиційна</translation>
    </message>
    <message>
        <source>Zulu</source>
        <translation>Зулуська</translation>
    </message>
    <message>
        <source>{language} ({variant})</source>
        <translation>{language} ({variant})</translation>
    </message>
    <message>
        <source>None yet: draw a link on the board.</source>
        <translation>Поки що немає: проведіть зв’язок на дошці.</translation>
    </message>
    <message>
        <source>{says} {other}</source>
        <translation>{says} {other}</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>і ще {n}</numerusform>
            <numerusform>і ще {n}</numerusform>
            <numerusform>і ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>The scale ends with {date}, so it cannot begin later. It is not stored yet.</source>
        <translation>Шкала закінчується {date}, тож не може починатися пізніше. Її ще не збережено.</translation>
    </message>
    <message>
        <source>A scale needs both dates; the one before is kept.</source>
        <translation>Шкалі потрібні обидві дати; залишено попередню.</translation>
    </message>
    <message>
        <source>This date has no end. It is not stored yet.</source>
        <translation>Ця дата не має кінця. Її ще не збережено.</translation>
    </message>
    <message>
        <source>This date has no beginning. It is not stored yet.</source>
        <translation>Ця дата не має початку. Її ще не збережено.</translation>
    </message>
    <message>
        <source>The scale begins with {date}, so it cannot end earlier. It is not stored yet.</source>
        <translation>Шкала починається {date}, тож не може закінчуватися раніше. Її ще не збережено.</translation>
    </message>
    <message>
        <source>Add a time</source>
        <translation>Додати дату</translation>
    </message>
    <message>
        <source>Time {number}</source>
        <translation>Дата {number}</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Додати місце</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Місце {number}</translation>
    </message>
    <message>
        <source>What {thing} is</source>
        <translation>Що саме: {thing}</translation>
    </message>
    <message>
        <source>{field} is at most {high}.</source>
        <translation>{field}: щонайбільше {high}.</translation>
    </message>
    <message>
        <source>“{text}” may be {whole} or {broken}: write it without the comma. It is not stored yet.</source>
        <translation>«{text}» може бути {whole} або {broken}: напишіть без коми. Ще не збережено.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. It is not stored yet.</source>
        <translation>«{text}» – не число. Ще не збережено.</translation>
    </message>
    <message>
        <source>{value} is not stored.</source>
        <translation>Значення {value} не збережено.</translation>
    </message>
    <message>
        <source>{field} lies between {low} and {high}.</source>
        <translation>{field}: від {low} до {high}.</translation>
    </message>
    <message>
        <source>{field} is at least {low}.</source>
        <translation>{field}: щонайменше {low}.</translation>
    </message>
    <message>
        <source>{field} in {unit}</source>
        <translation>{field}, {unit}</translation>
    </message>
    <message>
        <source>Not stored: {trouble}.</source>
        <translation>Не збережено: {trouble}.</translation>
    </message>
    <message>
        <source>It is not stored yet.</source>
        <translation>Ще не збережено.</translation>
    </message>
    <message>
        <source>Several sources have this name: choose one in the list.</source>
        <translation>Таку назву мають кілька джерел: виберіть одне у списку.</translation>
    </message>
    <message>
        <source>Create source</source>
        <translation>Створити джерело</translation>
    </message>
    <message>
        <source>Show {field}</source>
        <translation>Показати: {field}</translation>
    </message>
    <message>
        <source>A source that is gone</source>
        <translation>Джерело, якого вже немає</translation>
    </message>
    <message>
        <source>No source has this name yet, so nothing is stored. Return creates it.</source>
        <translation>Джерела з такою назвою ще немає, тож нічого не збережено. Enter створить його.</translation>
    </message>
    <message>
        <source>This source is in the list already.</source>
        <translation>Це джерело вже є у списку.</translation>
    </message>
    <message>
        <source>Create source {name}</source>
        <translation>Створити джерело {name}</translation>
    </message>
    <message>
        <source>Name of a source</source>
        <translation>Назва джерела</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Додати джерело</translation>
    </message>
    <message>
        <source>Create source “{name}”</source>
        <translation>Створити джерело «{name}»</translation>
    </message>
    <message>
        <source>Remove this {row}</source>
        <translation>Вилучити: {row}</translation>
    </message>
    <message>
        <source>Empty {row}</source>
        <translation>Порожньо: {row}</translation>
    </message>
    <message>
        <source>Remove {row}: {title}</source>
        <translation>Вилучити ({row}): {title}</translation>
    </message>
    <message>
        <source>Add an {row}</source>
        <translation>Додати: {row}</translation>
    </message>
    <message>
        <source>Add a {row}</source>
        <translation>Додати: {row}</translation>
    </message>
    <message>
        <source>Add {field}</source>
        <translation>Додати: {field}</translation>
    </message>
    <message>
        <source>“{word}” is there already.</source>
        <translation>«{word}» уже є.</translation>
    </message>
    <message>
        <source>Hidden characters: {text}</source>
        <translation>Приховані символи: {text}</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>These are the first {n} lines; all are shown while you edit.</source>
        <translation>Це перші {n} рядків; під час редагування показано всі.</translation>
    </message>
    <message numerus="yes">
        <source>Show all {n} character</source>
        <translation>
            <numerusform>Показати всі {n} символ</numerusform>
            <numerusform>Показати всі {n} символи</numerusform>
            <numerusform>Показати всі {n} символів</numerusform>
        </translation>
    </message>
    <message>
        <source>Word for word</source>
        <translation>Слово в слово</translation>
    </message>
    <message>
        <source>Open {field} in the browser…</source>
        <translation>Відкрити «{field}» у браузері…</translation>
    </message>
    <message>
        <source>Kept as it is; it cannot be opened from here.</source>
        <translation>Збережено як є; звідси відкрити не можна.</translation>
    </message>
    <message>
        <source>Zone…</source>
        <translation>Пояс…</translation>
    </message>
    <message>
        <source>The source states no zone: say which one is inferred</source>
        <translation>Джерело не зазначає часового поясу: укажіть, який виведено</translation>
    </message>
    <message>
        <source>Zone of {field}</source>
        <translation>Часовий пояс: {field}</translation>
    </message>
    <message>
        <source>Reads as {reading}</source>
        <translation>Розпізнано як {reading}</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Не зазначено</translation>
    </message>
    <message>
        <source>{zone}, inferred</source>
        <translation>{zone}, виведено</translation>
    </message>
    <message>
        <source>Copy as decimal degrees</source>
        <translation>Копіювати як десяткові градуси</translation>
    </message>
    <message>
        <source>Copy as degrees, minutes, seconds</source>
        <translation>Копіювати як градуси, мінути, секунди</translation>
    </message>
    <message>
        <source>Copy as MGRS</source>
        <translation>Копіювати як MGRS</translation>
    </message>
    <message>
        <source>Within 10 m</source>
        <translation>У межах 10&#xa0;м</translation>
    </message>
    <message>
        <source>Within 100 m</source>
        <translation>У межах 100&#xa0;м</translation>
    </message>
    <message>
        <source>Within 1 km</source>
        <translation>У межах 1&#xa0;км</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Область</translation>
    </message>
    <message>
        <source>Copy the coordinates of {field}</source>
        <translation>Копіювати координати: {field}</translation>
    </message>
    <message>
        <source>Show precision and method of {field}</source>
        <translation>Показати точність і метод: {field}</translation>
    </message>
    <message>
        <source>point</source>
        <translation>точка</translation>
    </message>
    <message>
        <source>box</source>
        <translation>прямокутник</translation>
    </message>
    <message numerus="yes">
        <source>area with {n} corner</source>
        <translation>
            <numerusform>ділянка з {n} кутом</numerusform>
            <numerusform>ділянка з {n} кутами</numerusform>
            <numerusform>ділянка з {n} кутами</numerusform>
        </translation>
    </message>
    <message>
        <source>a name, without coordinates</source>
        <translation>назва, без координат</translation>
    </message>
    <message>
        <source>Hide precision and method of {field}</source>
        <translation>Приховати точність і метод: {field}</translation>
    </message>
    <message>
        <source>Precision of {field}</source>
        <translation>Точність: {field}</translation>
    </message>
    <message>
        <source>How it was located</source>
        <translation>Як установлено місце</translation>
    </message>
    <message>
        <source>Method of {field}</source>
        <translation>Метод: {field}</translation>
    </message>
    <message>
        <source>Reads as {reading}: {sort}</source>
        <translation>Розпізнано як {reading}: {sort}</translation>
    </message>
    <message>
        <source>Name, coordinates or MGRS</source>
        <translation>Назва, координати або MGRS</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точність</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Copy as stated</source>
        <translation>Копіювати як зазначено</translation>
    </message>
    <message numerus="yes">
        <source>{n} entry</source>
        <translation>
            <numerusform>{n} запис</numerusform>
            <numerusform>{n} записи</numerusform>
            <numerusform>{n} записів</numerusform>
        </translation>
    </message>
    <message>
        <source>A web address starts with https:// or http:// and names a host; it holds no spaces, no hidden characters and no user name.</source>
        <translation>Вебадреса починається з https:// або http:// і містить назву хоста; у ній немає пробілів, прихованих символів та імені користувача.</translation>
    </message>
    <message>
        <source>Your browser will fetch this page from {host}:</source>
        <translation>Ваш браузер завантажить цю сторінку з {host}:</translation>
    </message>
    <message>
        <source>The site will see that somebody opens it. Nothing of the case is sent.</source>
        <translation>Сайт побачить, що його хтось відкриває. Зі справи нічого не надсилається.</translation>
    </message>
    <message>
        <source>Save original</source>
        <translation>Зберегти оригінал</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Відкрити в браузері</translation>
    </message>
    <message>
        <source>The whole address</source>
        <translation>Повна адреса</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Відкрити в браузері</translation>
    </message>
    <message>
        <source>Double-click the board to add a card. Drop a picture, a file or a web address on it. Drag from the edge of a card to another to link them.</source>
        <translation>Двічі клацніть дошку, щоб додати картку. Киньте на неї зображення, файл або вебадресу. Щоб зв’язати картки, перетягніть від краю однієї до іншої.</translation>
    </message>
    <message>
        <source>In this case</source>
        <translation>У цій справі</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Remove frame</source>
        <comment>command</comment>
        <translation>Вилучити рамку</translation>
    </message>
    <message>
        <source>The cards on it stay</source>
        <translation>Картки на ній залишаться</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Без кольору</translation>
    </message>
    <message>
        <source>The colour of {kinds}</source>
        <translation>Колір: {kinds}</translation>
    </message>
    <message>
        <source>Untitled frame</source>
        <translation>Рамка без назви</translation>
    </message>
    <message>
        <source>Go to its card: {boards}</source>
        <translation>Перейти до картки: {boards}</translation>
    </message>
    <message>
        <source>More about this item</source>
        <translation>Більше про цей елемент</translation>
    </message>
    <message>
        <source>This kind belongs to a newer version: it is kept as it is and shown read-only.</source>
        <translation>Цей вид належить до новішої версії: елемент збережено як є й показано лише для читання.</translation>
    </message>
    <message numerus="yes">
        <source>on {n} board</source>
        <translation>
            <numerusform>на {n} дошці</numerusform>
            <numerusform>на {n} дошках</numerusform>
            <numerusform>на {n} дошках</numerusform>
        </translation>
    </message>
    <message>
        <source>not on a board</source>
        <translation>не на дошці</translation>
    </message>
    <message>
        <source>no board</source>
        <translation>без дошки</translation>
    </message>
    <message>
        <source>Source reliability and information credibility (Admiralty code)</source>
        <translation>Надійність джерела й достовірність інформації (Адміралтейський код)</translation>
    </message>
    <message>
        <source>Delete from the case…</source>
        <translation>Видалити зі справи…</translation>
    </message>
    <message>
        <source>With its cards, links and judgements; its files stay in the case</source>
        <translation>Разом із картками, зв’язками й оцінками; файли залишаться у справі</translation>
    </message>
    <message>
        <source>Go to its card</source>
        <translation>Перейти до картки</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Зв’язок</translation>
    </message>
    <message>
        <source>Which part of the claim it starts from</source>
        <translation>Від якої складової твердження йде зв’язок</translation>
    </message>
    <message>
        <source>Which part of the claim it speaks to</source>
        <translation>Якої складової твердження стосується зв’язок</translation>
    </message>
    <message>
        <source>Type of the link</source>
        <translation>Тип зв’язку</translation>
    </message>
    <message>
        <source>This type belongs to a newer version: the link is kept and shown read-only.</source>
        <translation>Цей тип належить до новішої версії: зв’язок збережено й показано лише для читання.</translation>
    </message>
    <message>
        <source>Links to this link</source>
        <translation>Зв’язки з цим зв’язком</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Розвернути</translation>
    </message>
    <message>
        <source>Let it lead from its end to its start</source>
        <translation>Спрямувати від його кінця до початку</translation>
    </message>
    <message>
        <source>Delete link</source>
        <comment>command</comment>
        <translation>Видалити зв’язок</translation>
    </message>
    <message>
        <source>The whole claim</source>
        <translation>Усе твердження</translation>
    </message>
    <message>
        <source>Take {cards} and {frames} off the board</source>
        <translation>Прибрати з дошки: {cards} і {frames}</translation>
    </message>
    <message>
        <source>Select only the {things}</source>
        <translation>Вибрати лише «{things}»</translation>
    </message>
    <message numerus="yes">
        <source>Take {n} card off the board</source>
        <comment>command</comment>
        <translation>
            <numerusform>Прибрати {n} картку з дошки</numerusform>
            <numerusform>Прибрати {n} картки з дошки</numerusform>
            <numerusform>Прибрати {n} карток з дошки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} frame off the board</source>
        <translation>
            <numerusform>Прибрати {n} рамку з дошки</numerusform>
            <numerusform>Прибрати {n} рамки з дошки</numerusform>
            <numerusform>Прибрати {n} рамок з дошки</numerusform>
        </translation>
    </message>
    <message>
        <source>Type of the links</source>
        <translation>Тип зв’язків</translation>
    </message>
    <message>
        <source>Type of all selected links</source>
        <translation>Тип усіх вибраних зв’язків</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Дії</translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} link</source>
        <comment>command</comment>
        <translation>
            <numerusform>Видалити {n} зв’язок</numerusform>
            <numerusform>Видалити {n} зв’язки</numerusform>
            <numerusform>Видалити {n} зв’язків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} item from the case…</source>
        <translation>
            <numerusform>Видалити {n} елемент зі справи…</numerusform>
            <numerusform>Видалити {n} елементи зі справи…</numerusform>
            <numerusform>Видалити {n} елементів зі справи…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} source…</source>
        <translation>
            <numerusform>Видалити {n} джерело…</numerusform>
            <numerusform>Видалити {n} джерела…</numerusform>
            <numerusform>Видалити {n} джерел…</numerusform>
        </translation>
    </message>
    <message>
        <source>Several types</source>
        <translation>Кілька типів</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Delete source…</source>
        <translation>Видалити джерело…</translation>
    </message>
    <message>
        <source>Takes it out of every item that names it</source>
        <translation>Вилучає його з усіх елементів, де його названо</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва або ім’я</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Інспектор</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>ім’я не вказано</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Оцінки</translation>
    </message>
    <message>
        <source>for “{claim}”</source>
        <translation>для «{claim}»</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>наосліп</translation>
    </message>
    <message>
        <source>{pro} for · {con} against</source>
        <translation>{pro} за · {con} проти</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>ще нічого</translation>
    </message>
    <message>
        <source>Move or remove: {title}</source>
        <translation>Перемістити або вилучити: {title}</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Складові</translation>
    </message>
    <message>
        <source>The parts of the claim that evidence can speak to: actor, action, place, time.</source>
        <translation>Частини твердження, яких можуть стосуватися докази: виконавець, дія, місце, час.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Додати…</translation>
    </message>
    <message>
        <source>Add an element</source>
        <translation>Додати складову</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Перемістити вгору</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Перемістити вниз</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обов’язкова</translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation>Копіювати весь SHA-256</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>без назви</translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation>Зображення: {name}</translation>
    </message>
    <message>
        <source>Caption of {name}</source>
        <translation>Підпис: {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файли</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Додати файли…</translation>
    </message>
    <message>
        <source>Saved to the byte as “{name}”.</source>
        <translation>Збережено байт у байт як «{name}».</translation>
    </message>
    <message>
        <source>The bytes in the case are not those that came in, so nothing was written. Verify the case to learn more.</source>
        <translation>Байти у справі не ті, що надійшли, тож нічого не записано. Щоб дізнатися більше, перевірте справу.</translation>
    </message>
    <message>
        <source>Save original…</source>
        <translation>Зберегти оригінал…</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Від’єднати</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Скасовано: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Повторено: {what}</translation>
    </message>
    <message>
        <source>Latest changes</source>
        <translation>Останні зміни</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Show the journal</source>
        <translation>Показати журнал</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>{at} by {who}</source>
        <translation>{at}, автор: {who}</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Де використано</translation>
    </message>
    <message numerus="yes">
        <source>On {n} board</source>
        <translation>
            <numerusform>На {n} дошці</numerusform>
            <numerusform>На {n} дошках</numerusform>
            <numerusform>На {n} дошках</numerusform>
        </translation>
    </message>
    <message>
        <source>On no board</source>
        <translation>На жодній дошці</translation>
    </message>
    <message>
        <source>first {number} of {all} uses</source>
        <translation>використання: перші {number} з {all}</translation>
    </message>
    <message>
        <source>cites it</source>
        <translation>посилається на нього</translation>
    </message>
    <message>
        <source>judged for it</source>
        <translation>оцінено для нього</translation>
    </message>
    <message>
        <source>A link or a part of a claim</source>
        <translation>Зв’язок або складова твердження</translation>
    </message>
    <message numerus="yes">
        <source>undercut by {n} item</source>
        <translation>
            <numerusform>його підриває {n} елемент</numerusform>
            <numerusform>його підривають {n} елементи</numerusform>
            <numerusform>його підривають {n} елементів</numerusform>
        </translation>
    </message>
    <message>
        <source>For</source>
        <translation>За</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Проти</translation>
    </message>
    <message>
        <source>grade {grade}</source>
        <translation>ступінь: {grade}</translation>
    </message>
    <message>
        <source>Edit the link: {link}</source>
        <translation>Редагувати зв’язок: {link}</translation>
    </message>
    <message>
        <source>Delete the link: {link}</source>
        <translation>Видалити зв’язок: {link}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Докази</translation>
    </message>
    <message>
        <source>Nothing speaks for or against it yet. Drag from the edge of a card to this one to link them.</source>
        <translation>Ще ніщо не свідчить ні за, ні проти. Щоб зв’язати картки, перетягніть від краю іншої до цієї.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Зв’язки</translation>
    </message>
    <message numerus="yes">
        <source>Show all {n}</source>
        <translation>
            <numerusform>Показати всі {n}</numerusform>
            <numerusform>Показати всі {n}</numerusform>
            <numerusform>Показати всі {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Also stored</source>
        <translation>Також збережено</translation>
    </message>
    <message>
        <source>Nothing names it yet.</source>
        <translation>Його ще ніде не названо.</translation>
    </message>
    <message numerus="yes">
        <source>first {first} of {n} record</source>
        <translation>
            <numerusform>перші {first} з {n} запису</numerusform>
            <numerusform>перші {first} з {n} записів</numerusform>
            <numerusform>перші {first} з {n} записів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} record</source>
        <translation>
            <numerusform>{n} запис</numerusform>
            <numerusform>{n} записи</numerusform>
            <numerusform>{n} записів</numerusform>
        </translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Підпис</translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Додати підпис</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size}&#xa0;кБ</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size}&#xa0;МБ</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size}&#xa0;ГБ</translation>
    </message>
    <message>
        <source>“{start}” {says} “{end}”</source>
        <translation>«{start}» {says} «{end}»</translation>
    </message>
    <message>
        <source>a link that {says}</source>
        <translation>зв’язок «{says}»</translation>
    </message>
    <message>
        <source>{number} {things}</source>
        <translation>{things}: {number}</translation>
    </message>
    <message numerus="yes">
        <source>{n} claim</source>
        <translation>
            <numerusform>{n} твердження</numerusform>
            <numerusform>{n} твердження</numerusform>
            <numerusform>{n} тверджень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} satellite image</source>
        <translation>
            <numerusform>{n} супутниковий знімок</numerusform>
            <numerusform>{n} супутникові знімки</numerusform>
            <numerusform>{n} супутникових знімків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} debris analysis</source>
        <translation>
            <numerusform>{n} аналіз уламків</numerusform>
            <numerusform>{n} аналізи уламків</numerusform>
            <numerusform>{n} аналізів уламків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} official statement</source>
        <translation>
            <numerusform>{n} офіційна заява</numerusform>
            <numerusform>{n} офіційні заяви</numerusform>
            <numerusform>{n} офіційних заяв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} document</source>
        <translation>
            <numerusform>{n} документ</numerusform>
            <numerusform>{n} документи</numerusform>
            <numerusform>{n} документів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} media</source>
        <translation>
            <numerusform>{n} медіа</numerusform>
            <numerusform>{n} медіа</numerusform>
            <numerusform>{n} медіа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} event</source>
        <translation>
            <numerusform>{n} подія</numerusform>
            <numerusform>{n} події</numerusform>
            <numerusform>{n} подій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entity</source>
        <translation>
            <numerusform>{n} сутність</numerusform>
            <numerusform>{n} сутності</numerusform>
            <numerusform>{n} сутностей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} note</source>
        <translation>
            <numerusform>{n} нотатка</numerusform>
            <numerusform>{n} нотатки</numerusform>
            <numerusform>{n} нотаток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} byte</source>
        <translation>
            <numerusform>{n}&#xa0;байт</numerusform>
            <numerusform>{n}&#xa0;байти</numerusform>
            <numerusform>{n}&#xa0;байтів</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>учора {time}</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Складова</translation>
    </message>
    <message>
        <source>a link that is gone</source>
        <translation>зв’язок, якого вже немає</translation>
    </message>
    <message>
        <source>an item that is gone</source>
        <translation>елемент, якого вже немає</translation>
    </message>
    <message>
        <source>an element that is gone</source>
        <translation>складова, якої вже немає</translation>
    </message>
    <message>
        <source>The case is open for reading, so nothing was taken in.</source>
        <translation>Справу відкрито лише для читання, тож нічого не додано.</translation>
    </message>
    <message>
        <source>There is nothing in it that could become a card.</source>
        <translation>Тут немає нічого, що могло б стати карткою.</translation>
    </message>
    <message>
        <source>Storing files in the case…</source>
        <translation>Збереження файлів у справі…</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Дошка</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>копіювати</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>вирізати</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>вставити</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>скасувати</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>повторити</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>вибрати все</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>видалити</translation>
    </message>
    <message>
        <source>delete a word</source>
        <translation>видалити слово</translation>
    </message>
    <message>
        <source>move by a word</source>
        <translation>перейти на слово</translation>
    </message>
    <message>
        <source>select a word</source>
        <translation>вибрати слово</translation>
    </message>
    <message>
        <source>move</source>
        <translation>перейти</translation>
    </message>
    <message>
        <source>select</source>
        <translation>вибрати</translation>
    </message>
    <message>
        <source>“{key}” opens the menu {menu}.</source>
        <translation>«{key}» відкриває меню «{menu}».</translation>
    </message>
    <message>
        <source>“{key}” is used by “{text}”. Use it here instead?</source>
        <translation>«{key}» уже використано для дії «{text}». Узяти сюди натомість?</translation>
    </message>
    <message>
        <source>In fields of text “{key}” goes on to {do}. Use it here all the same?</source>
        <translation>У текстових полях «{key}» і далі означатиме «{do}». Усе одно взяти сюди?</translation>
    </message>
    <message>
        <source>“{key}” belongs to the board: {what}.</source>
        <translation>«{key}» належить дошці: {what}.</translation>
    </message>
    <message>
        <source>“{key}” is kept free for the board.</source>
        <translation>«{key}» зарезервовано для дошки.</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>стрілка</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} або {other}</translation>
    </message>
    <message>
        <source>Placed on “{title}”.</source>
        <translation>Розміщено на дошці «{title}».</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти туди</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фільтр</translation>
    </message>
    <message>
        <source>This board has no saved views yet</source>
        <translation>На цій дошці ще немає збережених виглядів</translation>
    </message>
    <message>
        <source>{cards} {within}. Press + or - for more or less, Esc to look at all.</source>
        <translation>{cards} {within}. Натисніть «+» чи «-», щоб побачити більше чи менше, Esc – щоб оглянути все.</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>&amp;Зберегти цей вигляд…</translation>
    </message>
    <message>
        <source>Select a card to look around it.</source>
        <translation>Виберіть картку, щоб оглянути все довкола неї.</translation>
    </message>
    <message numerus="yes">
        <source>within {n} step</source>
        <translation>
            <numerusform>у межах {n} кроку</numerusform>
            <numerusform>у межах {n} кроків</numerusform>
            <numerusform>у межах {n} кроків</numerusform>
        </translation>
    </message>
    <message>
        <source>The view “{name}” is kept with this board.</source>
        <translation>Вигляд «{name}» збережено з цією дошкою.</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Перейменувати</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Видалити</translation>
    </message>
    <message>
        <source>Map of the board</source>
        <translation>Мапа дошки</translation>
    </message>
    <message>
        <source>Arrow keys move the view, plus and minus zoom.</source>
        <translation>Клавіші зі стрілками пересувають огляд, плюс і мінус змінюють масштаб.</translation>
    </message>
    <message>
        <source>Map of the board: press or drag to look there</source>
        <translation>Мапа дошки: натисніть або перетягніть, щоб оглянути місце</translation>
    </message>
    <message>
        <source>Search the case for “{text}”</source>
        <translation>Шукати «{text}» у справі</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Вигляди</translation>
    </message>
    <message>
        <source>Settings: {page}</source>
        <translation>Налаштування: {page}</translation>
    </message>
    <message>
        <source>Place “{title}” here as a card</source>
        <translation>Розмістити «{title}» тут карткою</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Недавні справи</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Недавні</translation>
    </message>
    <message>
        <source>With these letters</source>
        <translation>Із цими літерами</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>вибрано</translation>
    </message>
    <message>
        <source>Files of {n} MiB at most can be dragged out; “Save original…” beside a file writes a larger one.</source>
        <translation>Перетягнути назовні можна файли до {n}&#xa0;МіБ; більший запише команда «Зберегти оригінал…» поруч із файлом.</translation>
    </message>
    <message>
        <source>The bytes in the case are not those that came in, so nothing was dragged out. Verify the case to learn more.</source>
        <translation>Байти у справі не ті, що надійшли, тож нічого не перетягнуто назовні. Щоб дізнатися більше, перевірте справу.</translation>
    </message>
    <message>
        <source>The file could not be written: {why}.</source>
        <translation>Файл не вдалося записати: {why}.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter runs   Esc closes</source>
        <translation>↑ ↓ вибрати   Enter виконати   Esc закрити</translation>
    </message>
    <message>
        <source>Nothing is called that. Fewer letters find more.</source>
        <translation>Нічого з такою назвою немає. Що менше літер, то більше результатів.</translation>
    </message>
    <message>
        <source>Searching the case…</source>
        <translation>Пошук у справі…</translation>
    </message>
    <message>
        <source>Find or run a command</source>
        <translation>Знайти або виконати команду</translation>
    </message>
    <message>
        <source>Commands, boards and items</source>
        <translation>Команди, дошки й елементи</translation>
    </message>
    <message>
        <source>Outline by boards</source>
        <translation>Структура за дошками</translation>
    </message>
    <message>
        <source>Not on a board</source>
        <translation>Не на дошці</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>згорнуто</translation>
    </message>
    <message>
        <source>Show only some sorts</source>
        <translation>Показувати лише деякі різновиди</translation>
    </message>
    <message>
        <source>Write a date such as 2024, 2024-03 or 2024-03-19.</source>
        <translation>Введіть дату, наприклад 2024, 2024-03 або 2024-03-19.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Сховати</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Пригасити</translation>
    </message>
    <message>
        <source>Words on the card</source>
        <translation>Слова на картці</translation>
    </message>
    <message>
        <source>From</source>
        <comment>date</comment>
        <translation>Від</translation>
    </message>
    <message>
        <source>Dates, from</source>
        <translation>Дати, від</translation>
    </message>
    <message>
        <source>To</source>
        <comment>date</comment>
        <translation>До</translation>
    </message>
    <message>
        <source>Dates, to</source>
        <translation>Дати, до</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Решта</translation>
    </message>
    <message>
        <source>Show all cards of the board</source>
        <translation>Показати всі картки дошки</translation>
    </message>
    <message>
        <source>All cards are shown</source>
        <translation>Показано всі картки</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Status of claims</source>
        <translation>Стан тверджень</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <source>Reliability of source</source>
        <translation>Надійність джерела</translation>
    </message>
    <message>
        <source>Credibility</source>
        <translation>Достовірність</translation>
    </message>
    <message>
        <source>What to filter by</source>
        <translation>За чим фільтрувати</translation>
    </message>
    <message>
        <source>not</source>
        <translation>не</translation>
    </message>
    <message>
        <source>Shows what has none of these</source>
        <translation>Показує те, що не має нічого з цього</translation>
    </message>
    <message>
        <source>{condition}: none of these</source>
        <translation>{condition}: нічого з цього</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete item…</source>
        <translation>
            <numerusform>&amp;Видалити {n} елемент…</numerusform>
            <numerusform>&amp;Видалити {n} елементи…</numerusform>
            <numerusform>&amp;Видалити {n} елементів…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Перейти</translation>
    </message>
    <message>
        <source>&amp;Place on this board</source>
        <translation>&amp;Розмістити на цій дошці</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete {n} entry…</source>
        <translation>
            <numerusform>&amp;Видалити {n} запис…</numerusform>
            <numerusform>&amp;Видалити {n} записи…</numerusform>
            <numerusform>&amp;Видалити {n} записів…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete source…</source>
        <translation>
            <numerusform>&amp;Видалити {n} джерело…</numerusform>
            <numerusform>&amp;Видалити {n} джерела…</numerusform>
            <numerusform>&amp;Видалити {n} джерел…</numerusform>
        </translation>
    </message>
    <message>
        <source>Tamper-evident from here on: keep this head somewhere else, and a change to any entry up to it will show.</source>
        <translation>Відтепер підміну буде видно: збережіть цю вершину ще деінде, і зміна будь-якого запису до неї включно стане помітною.</translation>
    </message>
    <message>
        <source>Copy the head</source>
        <translation>Копіювати вершину</translation>
    </message>
    <message>
        <source>Copy the head of the journal</source>
        <translation>Копіювати вершину журналу</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>Вершина журналу</translation>
    </message>
    <message>
        <source>Head copied</source>
        <translation>Вершину скопійовано</translation>
    </message>
    <message>
        <source>Entry {number}, hash {hash}</source>
        <translation>Запис {number}, хеш {hash}</translation>
    </message>
    <message numerus="yes">
        <source>{n} record changed</source>
        <translation>
            <numerusform>Змінено {n} запис</numerusform>
            <numerusform>Змінено {n} записи</numerusform>
            <numerusform>Змінено {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <source>of {entries}</source>
        <translation>щодо {entries}</translation>
    </message>
    <message>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>автор: {who}</translation>
    </message>
    <message>
        <source>Hash {hash}</source>
        <translation>Хеш {hash}</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>запис {number}</translation>
    </message>
    <message>
        <source>Journal, newest entry first</source>
        <translation>Журнал, спершу найновіші записи</translation>
    </message>
    <message>
        <source>Nothing in this case yet</source>
        <translation>У цій справі ще нічого немає</translation>
    </message>
    <message>
        <source>Double-click the board to add a claim, or drop a picture or a page on it. Everything that is added is listed here.</source>
        <translation>Двічі клацніть дошку, щоб додати твердження, або киньте на неї зображення чи сторінку. Тут перелічено все, що додано.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Підпис</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Події</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Сутності</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Нотатки</translation>
    </message>
    <message>
        <source>Other kinds</source>
        <translation>Інші види</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>{title}. Press Enter to show them.</source>
        <translation>{title}. Натисніть Enter, щоб їх показати.</translation>
    </message>
    <message>
        <source>{pro} for, {con} against: mentions, not independent lines</source>
        <translation>{pro} за, {con} проти: згадки, а не незалежні лінії доказів</translation>
    </message>
    <message>
        <source>Not on a board: drag it onto one</source>
        <translation>Не на дошці: перетягніть на дошку</translation>
    </message>
    <message numerus="yes">
        <source>{page} more of {n}</source>
        <translation>
            <numerusform>ще {page} з {n}</numerusform>
            <numerusform>ще {page} з {n}</numerusform>
            <numerusform>ще {page} з {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{pro} for, {con} against</source>
        <translation>{pro} за, {con} проти</translation>
    </message>
    <message>
        <source>Boards, frames, cards and their links, as one reads the boards</source>
        <translation>Дошки, рамки, картки та їхні зв’язки в порядку читання дощок</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Види</translation>
    </message>
    <message>
        <source>Outline by kinds</source>
        <translation>Структура за видами</translation>
    </message>
    <message>
        <source>Every item and source of the case, by kind</source>
        <translation>Усі елементи й джерела справи, за видами</translation>
    </message>
    <message>
        <source>Order of the outline</source>
        <translation>Порядок структури</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>Every word must occur. Try fewer words, or only the beginning of one.</source>
        <translation>Мають траплятися всі слова. Спробуйте менше слів або лише початок якогось із них.</translation>
    </message>
    <message numerus="yes">
        <source>The best {n} result</source>
        <translation>
            <numerusform>Найкращий {n} результат</numerusform>
            <numerusform>Найкращі {n} результати</numerusform>
            <numerusform>Найкращі {n} результатів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} of the best {n} results</source>
        <translation>
            <numerusform>{rows} з {n} найкращого результату</numerusform>
            <numerusform>{rows} з {n} найкращих результатів</numerusform>
            <numerusform>{rows} з {n} найкращих результатів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} result</source>
        <translation>
            <numerusform>{n} результат</numerusform>
            <numerusform>{n} результати</numerusform>
            <numerusform>{n} результатів</numerusform>
        </translation>
    </message>
    <message>
        <source>Not searched</source>
        <translation>Пошук не виконано</translation>
    </message>
    <message numerus="yes">
        <source>There is {n} result of another sort: switch the filters off to see it.</source>
        <translation>
            <numerusform>Є ще {n} результат серед інших різновидів: щоб побачити, вимкніть фільтри.</numerusform>
            <numerusform>Є ще {n} результати серед інших різновидів: щоб побачити, вимкніть фільтри.</numerusform>
            <numerusform>Є ще {n} результатів серед інших різновидів: щоб побачити, вимкніть фільтри.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the case</source>
        <translation>Шукати у справі</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистити пошук</translation>
    </message>
    <message numerus="yes">
        <source>{rows} of {n} results</source>
        <translation>
            <numerusform>{rows} з {n} результату</numerusform>
            <numerusform>{rows} з {n} результатів</numerusform>
            <numerusform>{rows} з {n} результатів</numerusform>
        </translation>
    </message>
    <message>
        <source>Elements of claims</source>
        <translation>Складові тверджень</translation>
    </message>
    <message>
        <source>part</source>
        <translation>частина</translation>
    </message>
    <message numerus="yes">
        <source>Source · named by {n} entry</source>
        <translation>
            <numerusform>Джерело · назване в {n} записі</numerusform>
            <numerusform>Джерело · назване в {n} записах</numerusform>
            <numerusform>Джерело · назване в {n} записах</numerusform>
        </translation>
    </message>
    <message>
        <source>Element of a claim · {role}</source>
        <translation>Складова твердження · {role}</translation>
    </message>
    <message>
        <source>Link · {says}</source>
        <translation>Зв’язок · {says}</translation>
    </message>
    <message>
        <source>of “{claim}”</source>
        <translation>у твердженні «{claim}»</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результати пошуку</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} і {last}</translation>
    </message>
    <message>
        <source>on {boards}</source>
        <translation>на: {boards}</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>елемент</translation>
    </message>
    <message>
        <source>an element</source>
        <translation>складова</translation>
    </message>
    <message>
        <source>Its cards and frames go; the items stay in the case. Undo brings it back.</source>
        <translation>Її картки й рамки зникнуть; елементи залишаться у справі. Скасування поверне дошку.</translation>
    </message>
    <message>
        <source>Place on another board</source>
        <translation>Розмістити на іншій дошці</translation>
    </message>
    <message>
        <source>Delete from the case</source>
        <translation>Видалити зі справи</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Delete board</source>
        <comment>command</comment>
        <translation>Видалити дошку</translation>
    </message>
    <message>
        <source>The case is sound</source>
        <translation>Справа неушкоджена</translation>
    </message>
    <message>
        <source>Something was found</source>
        <translation>Дещо виявлено</translation>
    </message>
    <message>
        <source>The case is damaged</source>
        <translation>Справа пошкоджена</translation>
    </message>
    <message>
        <source>About opening this case</source>
        <translation>Про відкриття цієї справи</translation>
    </message>
    <message>
        <source>There is no other board yet; add one first.</source>
        <translation>Іншої дошки ще немає; спершу додайте її.</translation>
    </message>
    <message>
        <source>opened {time}</source>
        <translation>відкрито {time}</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>файл не знайдено</translation>
    </message>
    <message>
        <source>Forget {title}</source>
        <translation>Забути {title}</translation>
    </message>
    <message>
        <source>Take off this list; the file stays where it is</source>
        <translation>Прибрати з цього списку; файл залишиться на місці</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Вказати місце…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Відкрити</translation>
    </message>
    <message>
        <source>&amp;Take off this list</source>
        <translation>&amp;Прибрати з цього списку</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>Файл не знайдено</translation>
    </message>
    <message>
        <source>Opened {time}</source>
        <translation>Відкрито {time}</translation>
    </message>
    <message>
        <source>This is another case; “{title}” is still missing.</source>
        <translation>Це інша справа; «{title}» досі не знайдено.</translation>
    </message>
    <message>
        <source>Mouse on the board</source>
        <translation>Миша на дошці</translation>
    </message>
    <message>
        <source>Keys on the board</source>
        <translation>Клавіші на дошці</translation>
    </message>
    <message>
        <source>Around the board</source>
        <translation>Довкола дошки</translation>
    </message>
    <message>
        <source>drag with the middle button</source>
        <translation>перетягнути середньою кнопкою</translation>
    </message>
    <message>
        <source>drag with the right button</source>
        <translation>перетягнути правою кнопкою</translation>
    </message>
    <message>
        <source>drag with the middle or right button</source>
        <translation>перетягнути середньою або правою кнопкою</translation>
    </message>
    <message>
        <source>Rest on it, or find it with {key}</source>
        <translation>Затримати на ньому вказівник або знайти його через {key}</translation>
    </message>
    <message>
        <source>hold Space and drag</source>
        <translation>утримувати пробіл і перетягнути</translation>
    </message>
    <message>
        <source>Go to an item</source>
        <translation>Перейти до елемента</translation>
    </message>
    <message>
        <source>Double-click it in the outline or among the results</source>
        <translation>Двічі клацнути його у структурі чи серед результатів</translation>
    </message>
    <message>
        <source>Place an item on the board</source>
        <translation>Розмістити елемент на дошці</translation>
    </message>
    <message>
        <source>Drag it there from the outline</source>
        <translation>Перетягнути його туди зі структури</translation>
    </message>
    <message>
        <source>Edit a title in the outline</source>
        <translation>Змінити заголовок у структурі</translation>
    </message>
    <message>
        <source>F2 on its row</source>
        <translation>F2 на його рядку</translation>
    </message>
    <message>
        <source>Look elsewhere</source>
        <translation>Оглянути інше місце</translation>
    </message>
    <message>
        <source>Press or drag on the map of the board</source>
        <translation>Натиснути або перетягнути на мапі дошки</translation>
    </message>
    <message>
        <source>Rename a board</source>
        <translation>Перейменувати дошку</translation>
    </message>
    <message>
        <source>Double-click its tab, or F2 on it</source>
        <translation>Двічі клацнути її вкладку або натиснути F2 на ній</translation>
    </message>
    <message>
        <source>Delete a board</source>
        <translation>Видалити дошку</translation>
    </message>
    <message>
        <source>Del on its tab</source>
        <translation>Del на її вкладці</translation>
    </message>
    <message>
        <source>Leave a field or a list</source>
        <translation>Вийти з поля чи списку</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Rest on it in its menu</source>
        <translation>Затримати на ньому вказівник у його меню</translation>
    </message>
    <message>
        <source>Read what a greyed entry lacks</source>
        <translation>Дізнатися, чого бракує сірому пункту</translation>
    </message>
    <message>
        <source>Add pictures, files, text or an address</source>
        <translation>Додати зображення, файли, текст чи адресу</translation>
    </message>
    <message>
        <source>Drop them on the board</source>
        <translation>Кинути їх на дошку</translation>
    </message>
    <message>
        <source>Draw a link</source>
        <translation>Провести зв’язок</translation>
    </message>
    <message>
        <source>Drag from a dot beside a card to a card or a string</source>
        <translation>Перетягнути від крапки біля картки до картки або нитки</translation>
    </message>
    <message>
        <source>Draw a link to a new card</source>
        <translation>Провести зв’язок до нової картки</translation>
    </message>
    <message>
        <source>Let go of it on an empty place</source>
        <translation>Відпустити його на порожньому місці</translation>
    </message>
    <message>
        <source>Bend a string</source>
        <translation>Вигнути нитку</translation>
    </message>
    <message>
        <source>Drag it, or the dot in its middle</source>
        <translation>Перетягнути її або крапку посередині</translation>
    </message>
    <message>
        <source>Take a bend away</source>
        <translation>Прибрати вигин</translation>
    </message>
    <message>
        <source>Double-click it, or drag it straight</source>
        <translation>Двічі клацнути його або розпрямити перетягуванням</translation>
    </message>
    <message>
        <source>Tie a string to something else</source>
        <translation>Прив’язати нитку до іншого</translation>
    </message>
    <message>
        <source>Drag the square at its end</source>
        <translation>Перетягнути квадрат на її кінці</translation>
    </message>
    <message>
        <source>Edit a title or a label</source>
        <translation>Змінити назву або підпис</translation>
    </message>
    <message>
        <source>Double-click a card, a frame or a string</source>
        <translation>Двічі клацнути картку, рамку або нитку</translation>
    </message>
    <message>
        <source>Click; Shift adds, Ctrl toggles</source>
        <translation>Клацнути; Shift додає, Ctrl перемикає</translation>
    </message>
    <message>
        <source>Select all in a rectangle</source>
        <translation>Вибрати все в прямокутнику</translation>
    </message>
    <message>
        <source>Move cards and frames</source>
        <translation>Перемістити картки й рамки</translation>
    </message>
    <message>
        <source>Drag; Shift keeps to one axis, Ctrl snaps to nothing</source>
        <translation>Перетягнути; Shift тримає одну вісь, Ctrl вимикає прилипання</translation>
    </message>
    <message>
        <source>Move a copy</source>
        <translation>Перемістити копію</translation>
    </message>
    <message>
        <source>Alt and drag</source>
        <translation>Перетягнути з Alt</translation>
    </message>
    <message>
        <source>Size a card</source>
        <translation>Змінити розмір картки</translation>
    </message>
    <message>
        <source>Drag a corner, once it is selected alone</source>
        <translation>Перетягнути кут, коли вибрано лише її</translation>
    </message>
    <message>
        <source>Move the board</source>
        <translation>Пересунути дошку</translation>
    </message>
    <message>
        <source>Open the menu of something</source>
        <translation>Відкрити контекстне меню</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Клацнути правою кнопкою</translation>
    </message>
    <message>
        <source>drag an empty place</source>
        <translation>перетягнути порожнє місце</translation>
    </message>
    <message>
        <source>turn the wheel</source>
        <translation>крутити коліщатко</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>коліщатко</translation>
    </message>
    <message>
        <source>pinch</source>
        <translation>щипок</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>Додати картку</translation>
    </message>
    <message>
        <source>Double-click an empty place</source>
        <translation>Двічі клацнути порожнє місце</translation>
    </message>
    <message>
        <source>Shift and drag on an empty place</source>
        <translation>Перетягування з Shift на порожньому місці</translation>
    </message>
    <message>
        <source>Drag on an empty place</source>
        <translation>Перетягування на порожньому місці</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Змінити масштаб під вказівником</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl і коліщатко</translation>
    </message>
    <message numerus="yes">
        <source>{hidden} of {n} card hidden</source>
        <translation>
            <numerusform>{hidden} з {n} картки приховано</numerusform>
            <numerusform>{hidden} з {n} карток приховано</numerusform>
            <numerusform>{hidden} з {n} карток приховано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{faded} of {n} card standing back</source>
        <translation>
            <numerusform>{faded} з {n} картки приглушено</numerusform>
            <numerusform>{faded} з {n} карток приглушено</numerusform>
            <numerusform>{faded} з {n} карток приглушено</numerusform>
        </translation>
    </message>
    <message>
        <source>What has not been read yet</source>
        <translation>Ще не прочитане</translation>
    </message>
    <message>
        <source>verdict {word}</source>
        <translation>вердикт: {word}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>Повторено</translation>
    </message>
    <message>
        <source>Board card</source>
        <translation>Картка дошки</translation>
    </message>
    <message>
        <source>stance {word}</source>
        <translation>позиція: {word}</translation>
    </message>
    <message>
        <source>the link “{start}” {says} “{end}”</source>
        <translation>зв’язок «{start}» {says} «{end}»</translation>
    </message>
    <message>
        <source>time from {first} to {last}</source>
        <translation>час: {first} – {last}</translation>
    </message>
    <message>
        <source>nothing for or against</source>
        <translation>нічого ні за, ні проти</translation>
    </message>
    <message>
        <source>{says}, from</source>
        <translation>{says}, від</translation>
    </message>
    <message>
        <source>the link that {says} another</source>
        <translation>зв’язок «{says}» з іншим зв’язком</translation>
    </message>
    <message>
        <source>as to {part}</source>
        <translation>щодо складової «{part}»</translation>
    </message>
    <message>
        <source>element</source>
        <translation>складова</translation>
    </message>
    <message>
        <source>graded {grade}</source>
        <translation>ступінь: {grade}</translation>
    </message>
    <message>
        <source>exhibit {number}</source>
        <translation>номер доказу {number}</translation>
    </message>
    <message>
        <source>Frame: {title}</source>
        <translation>Рамка: {title}</translation>
    </message>
    <message>
        <source>the link that undercuts another</source>
        <translation>зв’язок, що підриває інший</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Show all of the board</source>
        <translation>Показати всю дошку</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>офлайн</translation>
    </message>
    <message>
        <source>Caseboard never uses the network.</source>
        <translation>Caseboard ніколи не користується мережею.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Читається</translation>
    </message>
    <message>
        <source>Tamper-evident from here on, where this head is kept elsewhere.</source>
        <translation>Відтепер підміну буде видно, якщо цю вершину збережено ще деінде.</translation>
    </message>
    <message>
        <source>Damaged, open for reading only</source>
        <translation>Пошкоджено, відкрито лише для читання</translation>
    </message>
    <message>
        <source>Head of the journal: {head}</source>
        <translation>Вершина журналу: {head}</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Відкрито лише для читання</translation>
    </message>
    <message>
        <source>The last change is not saved</source>
        <translation>Останню зміну не збережено</translation>
    </message>
    <message>
        <source>Not sound: see Verify in the menu Case</source>
        <translation>Є пошкодження: див. «Перевірити» в меню «Справа»</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Збереження…</translation>
    </message>
    <message>
        <source>Something typed is not understood</source>
        <translation>Щось із введеного не розпізнано</translation>
    </message>
    <message>
        <source>Every change saved</source>
        <translation>Усі зміни збережено</translation>
    </message>
    <message>
        <source>A fault in the program stopped this. Nothing was changed; it can be tried again.</source>
        <translation>Дію перервано через помилку в програмі. Нічого не змінено; можна спробувати ще раз.</translation>
    </message>
    <message>
        <source>Pictures of this format are kept as they are and not drawn.</source>
        <translation>Зображення цього формату зберігаються як є, але не показуються.</translation>
    </message>
    <message>
        <source>The picture is damaged or of an unknown format; the file is kept as it is.</source>
        <translation>Зображення пошкоджене або невідомого формату; файл збережено як є.</translation>
    </message>
    <message>
        <source>The picture has {size} megapixels, too many for a small picture of it. The file is kept as it is.</source>
        <translation>У зображенні {size}&#xa0;Мп – забагато, щоб створити мініатюру. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes), so there is no picture to show.</source>
        <translation>Файл порожній (0&#xa0;байтів), тож показувати нічого.</translation>
    </message>
    <message>
        <source>The case was closed before the picture was made.</source>
        <translation>Справу закрито раніше, ніж створено зображення.</translation>
    </message>
    <message>
        <source>Select the card to lay the others around, or cards of which one is a claim; nothing was moved.</source>
        <translation>Виберіть картку, довкола якої розкласти інші, або картки, з яких лише одна – твердження; нічого не переміщено.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без назви</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрити це повідомлення</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрити (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>… and {n} more.</source>
        <translation>
            <numerusform>… і ще {n}.</numerusform>
            <numerusform>… і ще {n}.</numerusform>
            <numerusform>… і ще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be done</source>
        <translation>Що не вдалося зробити</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Знайти</translation>
    </message>
    <message>
        <source>Select, move and size</source>
        <translation>Вибирати, переміщати й змінювати розмір</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Ласо</translation>
    </message>
    <message>
        <source>Select what you draw a line around</source>
        <translation>Вибрати все, що обведено лінією</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Рука</translation>
    </message>
    <message>
        <source>Move the board, as does holding Space</source>
        <translation>Пересувати дошку, як і з утриманим пробілом</translation>
    </message>
    <message>
        <source>Draw links from card to card</source>
        <translation>Проводити зв’язки від картки до картки</translation>
    </message>
    <message>
        <source>Draw a frame around what belongs together</source>
        <translation>Обвести рамкою те, що належить разом</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Нотатка</translation>
    </message>
    <message>
        <source>Put a sticky note somewhere and write on it</source>
        <translation>Прикріпити наліпку й писати на ній</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Write on the board itself</source>
        <translation>Писати на самій дошці</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Експорт</translation>
    </message>
    <message>
        <source>Write the board as a picture or a page</source>
        <translation>Записати дошку як зображення або сторінку</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Інструменти</translation>
    </message>
    <message>
        <source>Shall we show you around?</source>
        <translation>Показати вам, що тут і як?</translation>
    </message>
    <message>
        <source>Five steps, about a minute. The tour can be taken again at any time from the menu Help.</source>
        <translation>П’ять кроків, приблизно хвилина. Ознайомлення можна будь-коли пройти ще раз із меню «Довідка».</translation>
    </message>
    <message>
        <source>Put cards on the board</source>
        <translation>Додайте картки на дошку</translation>
    </message>
    <message>
        <source>Double-click an empty place and choose what it is: a claim, a picture, a statement, a note. Pictures, files, text and addresses can be dropped or pasted here.</source>
        <translation>Двічі клацніть порожнє місце й виберіть, що це: твердження, зображення, заява, нотатка. Зображення, файли, текст і адреси можна кинути або вставити сюди.</translation>
    </message>
    <message>
        <source>Link what belongs together</source>
        <translation>З’єднайте пов’язане</translation>
    </message>
    <message>
        <source>Point at a card and drag from one of its dots to another card, or take the link tool. Every link says what it means: that something supports a claim, disputes it, or is derived from something else.</source>
        <translation>Наведіть вказівник на картку й перетягніть від однієї з її крапок до іншої картки або візьміть інструмент «Зв’язок». Кожен зв’язок говорить, що він означає: щось підкріплює твердження, заперечує його або походить від чогось іншого.</translation>
    </message>
    <message>
        <source>Say what it rests on</source>
        <translation>Укажіть, на чому це ґрунтується</translation>
    </message>
    <message>
        <source>Whatever is selected is described here: dates and places, sources and their grades, files, and for a claim the evidence for it and against it.</source>
        <translation>Усе вибране описано тут: дати й місця, джерела та їхні ступені, файли, а для твердження – докази за і проти.</translation>
    </message>
    <message>
        <source>Find and run everything</source>
        <translation>Знаходьте й виконуйте будь-що</translation>
    </message>
    <message>
        <source>One field goes to every item and board and runs every command: “{find}”. All keys and gestures stand on one sheet: “{sheet}”.</source>
        <translation>Одне поле веде до кожного елемента й кожної дошки та виконує кожну команду: «{find}». Усі клавіші й жести зібрано на одному аркуші: «{sheet}».</translation>
    </message>
    <message>
        <source>Show how you know</source>
        <translation>Покажіть, звідки ви це знаєте</translation>
    </message>
    <message>
        <source>Export writes the board as a picture or a page. Every change is journaled: the line at the foot of the window names the head of the journal, and Verify in the menu Case checks all of it.</source>
        <translation>Експорт записує дошку як зображення або сторінку. Кожну зміну внесено до журналу: рядок унизу вікна показує вершину журналу, а «Перевірити» в меню «Справа» перевіряє його весь.</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Крок {number} з {all}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не зараз</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Пропустити</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>A case is one file on this computer; drop one here to open it. Caseboard never uses the network.</source>
        <translation>Справа – це один файл на цьому комп’ютері; киньте його сюди, щоб відкрити. Caseboard ніколи не користується мережею.</translation>
    </message>
    <message>
        <source>No case has been opened yet</source>
        <translation>Ще не відкрито жодної справи</translation>
    </message>
    <message>
        <source>Make a new one, or look around in the example: it shows how claims, evidence and the strings between them work together.</source>
        <translation>Створіть нову або роздивіться приклад: він показує, як твердження, докази й нитки між ними діють разом.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Вітаємо</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Відкрити…</translation>
    </message>
    <message>
        <source>Open the example case</source>
        <translation>Відкрити приклад справи</translation>
    </message>
    <message>
        <source>Let go to open “{name}”.</source>
        <translation>Відпустіть, щоб відкрити «{name}».</translation>
    </message>
    <message>
        <source>The case could not be made</source>
        <translation>Не вдалося створити справу</translation>
    </message>
    <message>
        <source>The case could not be opened</source>
        <translation>Не вдалося відкрити справу</translation>
    </message>
    <message>
        <source>What was typed last is in the window alone.</source>
        <translation>Щойно набране є лише у вікні.</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Збережено не все</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Закрити й утратити</translation>
    </message>
    <message>
        <source>A fault in the program</source>
        <translation>Помилка в програмі</translation>
    </message>
    <message>
        <source>“{title}” is not understood, so it is not stored.</source>
        <translation>«{title}» не розпізнано, тож не збережено.</translation>
    </message>
    <message numerus="yes">
        <source>So it is with {n} more.</source>
        <translation>
            <numerusform>Те саме стосується ще {n}.</numerusform>
            <numerusform>Те саме стосується ще {n}.</numerusform>
            <numerusform>Те саме стосується ще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The example could not be written</source>
        <translation>Не вдалося записати приклад</translation>
    </message>
    <message>
        <source>This case is not what its journal says. Nothing was changed by opening it.</source>
        <translation>Ця справа не відповідає своєму журналу. Під час відкриття нічого не змінено.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Its bytes are in the case already.</source>
        <translation>Його байти вже є у справі.</translation>
    </message>
    <message>
        <source>Its bytes are those of “{name}” in this delivery.</source>
        <translation>Його байти ті самі, що й у «{name}» з цієї ж партії.</translation>
    </message>
    <message>
        <source>There are more than {most} files. Take them in in several deliveries.</source>
        <translation>Файлів понад {most}. Додавайте їх кількома частинами.</translation>
    </message>
    <message>
        <source>It changed or vanished while it was taken in. Try again when it is finished.</source>
        <translation>Файл змінився або зник під час додавання. Спробуйте ще раз, коли його буде завершено.</translation>
    </message>
    <message>
        <source>The folder cannot be read: {reason}.</source>
        <translation>Папку неможливо прочитати: {reason}.</translation>
    </message>
    <message>
        <source>It is a link to somewhere else, which is not followed.</source>
        <translation>Це посилання в інше місце; за ним не переходять.</translation>
    </message>
    <message>
        <source>It cannot be read under this name.</source>
        <translation>Під цією назвою його неможливо прочитати.</translation>
    </message>
    <message>
        <source>A system has left it there; nobody means to hand it in.</source>
        <translation>Його залишила система; додавати його ніхто не мав наміру.</translation>
    </message>
    <message>
        <source>The file is too large for a small picture of it. It is kept as it is.</source>
        <translation>Файл завеликий для зменшеного зображення. Його збережено як є.</translation>
    </message>
    <message>
        <source>Decoding the picture took more time or memory than is allowed. The file is kept as it is.</source>
        <translation>Декодування зображення потребувало більше часу або пам’яті, ніж дозволено. Файл збережено як є.</translation>
    </message>
    <message>
        <source>The picture cannot be drawn here. The file is kept as it is.</source>
        <translation>Це зображення тут неможливо показати. Файл збережено як є.</translation>
    </message>
    <message>
        <source>Clocks that were never set begin on this day.</source>
        <translation>Із цього дня починають відлік годинники, які ніхто не налаштував.</translation>
    </message>
    <message>
        <source>The file states no time zone, and none is assumed.</source>
        <translation>У файлі не вказано часового поясу, і жодного не припущено.</translation>
    </message>
    <message>
        <source>Devices that know no position write 0, 0.</source>
        <translation>Пристрої, які не знають місця, записують 0, 0.</translation>
    </message>
    <message>
        <source>A program wrote this; it need not be when the picture was taken.</source>
        <translation>Це записала програма; знімок міг бути зроблений не тоді.</translation>
    </message>
    <message>
        <source>Somebody has written this into the file.</source>
        <translation>Це хтось вписав у файл.</translation>
    </message>
    <message>
        <source>Take from the file</source>
        <translation>Взяття даних із файлу</translation>
    </message>
    <message>
        <source>“{name}” is a case. It can be opened in place of the one that is open, or become a document in that one.</source>
        <translation>«{name}» — це справа. Її можна відкрити замість поточної або долучити до поточної як документ.</translation>
    </message>
    <message>
        <source>Open this case, or take it in as a document?</source>
        <translation>Відкрити цю справу чи долучити її як документ?</translation>
    </message>
    <message>
        <source>Take in as a document</source>
        <translation>Долучити як документ</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>command</comment>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>{field}: {command}</source>
        <translation>{field}: {command}</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Показати менше</translation>
    </message>
    <message>
        <source>such as 2 Jan 2024</source>
        <translation>напр. 2 січ. 2024</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Використати</translation>
    </message>
    <message>
        <source>Use “{value}” for {field}</source>
        <translation>Використати «{value}» для поля «{field}»</translation>
    </message>
    <message>
        <source>It says “{value}” now.</source>
        <translation>Зараз там «{value}».</translation>
    </message>
    <message>
        <source>From the files</source>
        <translation>Із файлів</translation>
    </message>
    <message>
        <source>Use all</source>
        <translation>Використати все</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Усі записи</translation>
    </message>
    <message>
        <source>What “{name}” says of itself</source>
        <translation>Що «{name}» каже про себе</translation>
    </message>
    <message>
        <source>2 Jan 2024, autumn 2023, 2023-11</source>
        <translation>2 січ. 2024, осінь 2023, 2023-11</translation>
    </message>
    <message>
        <source>Scale of time</source>
        <translation>Шкала часу</translation>
    </message>
    <message>
        <source>Remove the scale of time</source>
        <translation>Вилучити шкалу часу</translation>
    </message>
    <message>
        <source>The frame stays, and so does what lies in it</source>
        <translation>Рамка лишається, і все, що в ній, теж</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Кінець</translation>
    </message>
    <message>
        <source>From “{start}” to “{end}”</source>
        <translation>Від «{start}» до «{end}»</translation>
    </message>
    <message>
        <source>From “{start}” to a new card: {kind}</source>
        <translation>Від «{start}» до нової картки: {kind}</translation>
    </message>
    <message>
        <source>From “{start}” to {end}</source>
        <translation>Від «{start}» до: {end}</translation>
    </message>
    <message>
        <source>&amp;Manage saved views…</source>
        <translation>&amp;Керувати виглядами…</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>Очистити слова</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Усе повідомлення</translation>
    </message>
    <message>
        <source>There is no board to go back to.</source>
        <translation>Немає дошки, до якої можна повернутися.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Зменшити</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Справжній розмір</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Збільшити</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Умістити все</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Умістити</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{number} per cent</source>
        <translation>відсотків: {number}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>One sentence that can be checked</source>
        <translation>Одне речення, яке можна перевірити</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Стислий виклад</translation>
    </message>
    <message>
        <source>What is seen or said, and nothing more</source>
        <translation>Що видно або сказано, і нічого більше</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>option</comment>
        <translation>Чернетка</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>option</comment>
        <translation>Відкрито</translation>
    </message>
    <message>
        <source>In review</source>
        <comment>option</comment>
        <translation>На розгляді</translation>
    </message>
    <message>
        <source>Settled</source>
        <comment>option</comment>
        <translation>Вирішено</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>option</comment>
        <translation>Відкликано</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Хто стверджує</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Хто так каже</translation>
    </message>
    <message>
        <source>First made</source>
        <translation>Уперше висловлено</translation>
    </message>
    <message>
        <source>First appearance</source>
        <translation>Перша поява</translation>
    </message>
    <message>
        <source>Where it was first said: outlet, channel, address</source>
        <translation>Де це сказано вперше: видання, канал, адреса</translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation>Дослівно</translation>
    </message>
    <message>
        <source>Language of the wording</source>
        <translation>Мова формулювання</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Переклад</translation>
    </message>
    <message>
        <source>Competing set</source>
        <translation>Група альтернатив</translation>
    </message>
    <message>
        <source>Claims that name the same set exclude each other</source>
        <translation>Твердження, у яких названо ту саму групу, виключають одне одного</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>Тлумачення</translation>
    </message>
    <message>
        <source>What it is taken to mean; kept apart from what is seen</source>
        <translation>Що це, як вважають, означає; окремо від того, що видно</translation>
    </message>
    <message>
        <source>What it says</source>
        <comment>section</comment>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>Interpreted by</source>
        <translation>Хто тлумачить</translation>
    </message>
    <message>
        <source>Further times</source>
        <translation>Інші дати</translation>
    </message>
    <message>
        <source>Event (claimed)</source>
        <comment>option</comment>
        <translation>Подія (за твердженням)</translation>
    </message>
    <message>
        <source>when the thing is said to have happened</source>
        <comment>option</comment>
        <translation>коли це, як стверджують, сталося</translation>
    </message>
    <message>
        <source>Recorded</source>
        <comment>option</comment>
        <translation>Знято/записано</translation>
    </message>
    <message>
        <source>when the picture, sound or measurement was made</source>
        <comment>option</comment>
        <translation>коли зроблено знімок, звукозапис або вимірювання</translation>
    </message>
    <message>
        <source>Published</source>
        <comment>option</comment>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>when it was first made public, by its own account</source>
        <comment>option</comment>
        <translation>коли це вперше оприлюднено, за його власними даними</translation>
    </message>
    <message>
        <source>First seen</source>
        <comment>option</comment>
        <translation>Уперше помічено</translation>
    </message>
    <message>
        <source>the earliest that somebody is known to have seen it</source>
        <comment>option</comment>
        <translation>найраніша відома мить, коли хтось це бачив</translation>
    </message>
    <message>
        <source>Captured</source>
        <comment>option</comment>
        <translation>Збережено копію</translation>
    </message>
    <message>
        <source>when a copy was taken for the record</source>
        <comment>option</comment>
        <translation>коли зроблено копію для фіксації</translation>
    </message>
    <message>
        <source>Obtained</source>
        <comment>option</comment>
        <translation>Отримано</translation>
    </message>
    <message>
        <source>when it came to us</source>
        <comment>option</comment>
        <translation>коли це потрапило до нас</translation>
    </message>
    <message>
        <source>Imported</source>
        <comment>option</comment>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <source>when it was put into this case</source>
        <comment>option</comment>
        <translation>коли це внесено до цієї справи</translation>
    </message>
    <message>
        <source>Further places</source>
        <translation>Інші місця</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <comment>option</comment>
        <translation>Де це сталося</translation>
    </message>
    <message>
        <source>Place shown</source>
        <comment>option</comment>
        <translation>Показане місце</translation>
    </message>
    <message>
        <source>Place created</source>
        <comment>option</comment>
        <translation>Місце створення</translation>
    </message>
    <message>
        <source>where the camera or the author was</source>
        <comment>option</comment>
        <translation>де була камера або автор</translation>
    </message>
    <message>
        <source>Place found</source>
        <comment>option</comment>
        <translation>Місце знахідки</translation>
    </message>
    <message>
        <source>Other place</source>
        <comment>option</comment>
        <translation>Інше місце</translation>
    </message>
    <message>
        <source>Who it comes from</source>
        <translation>Від кого це походить</translation>
    </message>
    <message>
        <source>Handling</source>
        <comment>section</comment>
        <translation>Облік</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Exhibit number</source>
        <translation>Номер доказу</translation>
    </message>
    <message>
        <source>Given once, in order, and never reused</source>
        <translation>Надається раз, по порядку, і не використовується повторно</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Known</source>
        <comment>option</comment>
        <translation>Відомо</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>option</comment>
        <translation>Невідомо</translation>
    </message>
    <message>
        <source>what it rests on is not stated; independence becomes a range</source>
        <comment>option</comment>
        <translation>на чому це ґрунтується, не зазначено; незалежність стає діапазоном</translation>
    </message>
    <message>
        <source>Contested</source>
        <comment>option</comment>
        <translation>Спірно</translation>
    </message>
    <message>
        <source>Origin group</source>
        <translation>Група походження</translation>
    </message>
    <message>
        <source>Items of one owner, joint text, scene or object share a group: one origin</source>
        <translation>Елементи одного власника, спільного тексту, сцени чи предмета належать до однієї групи: одне походження</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Чутливість</translation>
    </message>
    <message>
        <source>Graphic</source>
        <comment>option</comment>
        <translation>Жорстокий вміст</translation>
    </message>
    <message>
        <source>shows death, injury or violence</source>
        <comment>option</comment>
        <translation>показує смерть, поранення або насильство</translation>
    </message>
    <message>
        <source>Personal data</source>
        <comment>option</comment>
        <translation>Персональні дані</translation>
    </message>
    <message>
        <source>names or shows private persons</source>
        <comment>option</comment>
        <translation>називає або показує приватних осіб</translation>
    </message>
    <message>
        <source>Protected source</source>
        <comment>option</comment>
        <translation>Захищене джерело</translation>
    </message>
    <message>
        <source>would identify a source who must not be named</source>
        <comment>option</comment>
        <translation>може викрити джерело, яке не можна називати</translation>
    </message>
    <message>
        <source>Satellite image</source>
        <translation>Супутниковий знімок</translation>
    </message>
    <message>
        <source>Satellite images</source>
        <translation>Супутникові знімки</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Що показано</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Знято</translation>
    </message>
    <message>
        <source>Time basis</source>
        <translation>Прив’язка часу</translation>
    </message>
    <message>
        <source>Instant</source>
        <comment>option</comment>
        <translation>Мить</translation>
    </message>
    <message>
        <source>the exposure itself</source>
        <comment>option</comment>
        <translation>сама експозиція</translation>
    </message>
    <message>
        <source>Datatake</source>
        <comment>option</comment>
        <translation>Сеанс знімання</translation>
    </message>
    <message>
        <source>the sensing interval; seconds to minutes</source>
        <comment>option</comment>
        <translation>інтервал знімання; від секунд до хвилин</translation>
    </message>
    <message>
        <source>Pass</source>
        <comment>option</comment>
        <translation>Проліт</translation>
    </message>
    <message>
        <source>the overflight; minutes</source>
        <comment>option</comment>
        <translation>час прольоту над місцем; хвилини</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>option</comment>
        <translation>День</translation>
    </message>
    <message>
        <source>only the day is known</source>
        <comment>option</comment>
        <translation>відомо лише день</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Показано</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>Footprint</source>
        <translation>Контур знімка</translation>
    </message>
    <message>
        <source>Outline or box of the scene</source>
        <translation>Контур або прямокутник сцени</translation>
    </message>
    <message>
        <source>Scene</source>
        <comment>section</comment>
        <translation>Сцена</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Постачальник</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Платформа</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Сенсор</translation>
    </message>
    <message>
        <source>Optical</source>
        <comment>option</comment>
        <translation>Оптичний</translation>
    </message>
    <message>
        <source>SAR</source>
        <comment>option</comment>
        <translation>SAR</translation>
    </message>
    <message>
        <source>synthetic aperture radar</source>
        <comment>option</comment>
        <translation>радар із синтезованою апертурою</translation>
    </message>
    <message>
        <source>Thermal</source>
        <comment>option</comment>
        <translation>Тепловий</translation>
    </message>
    <message>
        <source>Video</source>
        <comment>option</comment>
        <translation>Відео</translation>
    </message>
    <message>
        <source>Aerial</source>
        <comment>option</comment>
        <translation>Повітряний</translation>
    </message>
    <message>
        <source>Scene or catalogue id</source>
        <translation>ID сцени або каталогу</translation>
    </message>
    <message>
        <source>STAC id</source>
        <translation>STAC ID</translation>
    </message>
    <message>
        <source>STAC collection</source>
        <translation>Колекція STAC</translation>
    </message>
    <message>
        <source>Processing level</source>
        <translation>Рівень обробки</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Raw</source>
        <comment>option</comment>
        <translation>Необроблено</translation>
    </message>
    <message>
        <source>Pansharpened</source>
        <comment>option</comment>
        <translation>Паншарпенінг</translation>
    </message>
    <message>
        <source>Published crop</source>
        <comment>option</comment>
        <translation>Опублікований фрагмент</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <comment>option</comment>
        <translation>Знімок екрана</translation>
    </message>
    <message>
        <source>Press graphic</source>
        <comment>option</comment>
        <translation>Графіка ЗМІ</translation>
    </message>
    <message>
        <source>with arrows, labels or other marks of the publisher</source>
        <comment>option</comment>
        <translation>зі стрілками, підписами чи іншими позначками видавця</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Зазначення авторства</translation>
    </message>
    <message>
        <source>Ground sample distance</source>
        <translation>Роздільність на місцевості</translation>
    </message>
    <message>
        <source>Metres on the ground per pixel</source>
        <translation>Метрів на місцевості на піксель</translation>
    </message>
    <message>
        <source>Geometry</source>
        <comment>section</comment>
        <translation>Геометрія</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Хмарність</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Off-nadir</source>
        <translation>Відхилення від надиру</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Incidence</source>
        <translation>Кут падіння</translation>
    </message>
    <message>
        <source>Sun azimuth</source>
        <translation>Азимут Сонця</translation>
    </message>
    <message>
        <source>Sun elevation</source>
        <translation>Висота Сонця</translation>
    </message>
    <message>
        <source>Observed features</source>
        <translation>Помічені деталі</translation>
    </message>
    <message>
        <source>Observed</source>
        <comment>section</comment>
        <translation>Спостереження</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Деталь</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Певність</translation>
    </message>
    <message>
        <source>Certain</source>
        <comment>option</comment>
        <translation>Певно</translation>
    </message>
    <message>
        <source>Probable</source>
        <comment>option</comment>
        <translation>Імовірно</translation>
    </message>
    <message>
        <source>Possible</source>
        <comment>option</comment>
        <translation>Можливо</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>деталь</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Порівняно з</translation>
    </message>
    <message>
        <source>The image before or after this one</source>
        <translation>Знімок до або після цього</translation>
    </message>
    <message>
        <source>A reference to imagery: who took it, of what, when, from where</source>
        <translation>Посилання на знімок: хто зняв, що, коли, звідки</translation>
    </message>
    <message>
        <source>Debris analysis</source>
        <translation>Аналіз уламків</translation>
    </message>
    <message>
        <source>Debris analyses</source>
        <translation>Аналізи уламків</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Предмет</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Знайдено</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Проаналізовано</translation>
    </message>
    <message>
        <source>Where found</source>
        <translation>Де знайдено</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Хто знайшов</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>section</comment>
        <translation>Знахідка</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Physical</source>
        <comment>option</comment>
        <translation>Фізичний</translation>
    </message>
    <message>
        <source>the analyst held the object</source>
        <comment>option</comment>
        <translation>аналітик тримав предмет у руках</translation>
    </message>
    <message>
        <source>Photos only</source>
        <comment>option</comment>
        <translation>Лише фото</translation>
    </message>
    <message>
        <source>Video only</source>
        <comment>option</comment>
        <translation>Лише відео</translation>
    </message>
    <message>
        <source>Report only</source>
        <comment>option</comment>
        <translation>Лише звіт</translation>
    </message>
    <message>
        <source>somebody else&apos;s description</source>
        <comment>option</comment>
        <translation>чужий опис</translation>
    </message>
    <message>
        <source>Scale in frame</source>
        <translation>Масштаб у кадрі</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Компоненти</translation>
    </message>
    <message>
        <source>Examination</source>
        <comment>section</comment>
        <translation>Дослідження</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Матеріал</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Розміри</translation>
    </message>
    <message>
        <source>Markings, verbatim</source>
        <translation>Маркування, дослівно</translation>
    </message>
    <message>
        <source>Marking type</source>
        <translation>Вид маркування</translation>
    </message>
    <message>
        <source>Stamped</source>
        <comment>option</comment>
        <translation>Штамповано</translation>
    </message>
    <message>
        <source>Engraved</source>
        <comment>option</comment>
        <translation>Вигравіювано</translation>
    </message>
    <message>
        <source>Painted</source>
        <comment>option</comment>
        <translation>Нанесено фарбою</translation>
    </message>
    <message>
        <source>Label</source>
        <comment>option</comment>
        <translation>Етикетка</translation>
    </message>
    <message>
        <source>Cast</source>
        <comment>option</comment>
        <translation>Відлито</translation>
    </message>
    <message>
        <source>Printed</source>
        <comment>option</comment>
        <translation>Надруковано</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>option</comment>
        <translation>Інше</translation>
    </message>
    <message>
        <source>component</source>
        <translation>компонент</translation>
    </message>
    <message>
        <source>Visual comparison</source>
        <comment>option</comment>
        <translation>Візуальне порівняння</translation>
    </message>
    <message>
        <source>Dimensional</source>
        <comment>option</comment>
        <translation>За розмірами</translation>
    </message>
    <message>
        <source>Metallurgical</source>
        <comment>option</comment>
        <translation>Металургійне</translation>
    </message>
    <message>
        <source>Chemical</source>
        <comment>option</comment>
        <translation>Хімічне</translation>
    </message>
    <message>
        <source>Electronics tracing</source>
        <comment>option</comment>
        <translation>Відстеження електроніки</translation>
    </message>
    <message>
        <source>Database match</source>
        <comment>option</comment>
        <translation>Збіг у базі даних</translation>
    </message>
    <message>
        <source>Reference material</source>
        <translation>Матеріал для порівняння</translation>
    </message>
    <message>
        <source>What it was compared with</source>
        <translation>З чим це порівнювали</translation>
    </message>
    <message>
        <source>Where the reference comes from</source>
        <translation>Звідки матеріал для порівняння</translation>
    </message>
    <message>
        <source>Identification level</source>
        <translation>Рівень ідентифікації</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <comment>section</comment>
        <translation>Висновок</translation>
    </message>
    <message>
        <source>Class</source>
        <comment>option</comment>
        <translation>Клас</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>option</comment>
        <translation>Тип</translation>
    </message>
    <message>
        <source>the family of weapon or part</source>
        <comment>option</comment>
        <translation>сімейство зброї або деталі</translation>
    </message>
    <message>
        <source>Model</source>
        <comment>option</comment>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Variant</source>
        <comment>option</comment>
        <translation>Варіант</translation>
    </message>
    <message>
        <source>Lot</source>
        <comment>option</comment>
        <translation>Партія</translation>
    </message>
    <message>
        <source>Serial</source>
        <comment>option</comment>
        <translation>Серійний номер</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
    </message>
    <message>
        <source>Excluded</source>
        <comment>option</comment>
        <translation>Виключено</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <comment>option</comment>
        <translation>Без певного висновку</translation>
    </message>
    <message>
        <source>Consistent with</source>
        <comment>option</comment>
        <translation>Узгоджується з</translation>
    </message>
    <message>
        <source>Characteristic of</source>
        <comment>option</comment>
        <translation>Характерно для</translation>
    </message>
    <message>
        <source>Unique to</source>
        <comment>option</comment>
        <translation>Властиво лише</translation>
    </message>
    <message>
        <source>Alternatives considered</source>
        <translation>Розглянуті альтернативи</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Обмеження</translation>
    </message>
    <message>
        <source>What it does not show; manufacture is not transfer</source>
        <translation>Чого це не показує; виготовлення – ще не передання</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Аналітик</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>Кваліфікація</translation>
    </message>
    <message>
        <source>What a fragment is, how that was found, and its limits</source>
        <translation>Що це за уламок, як це встановлено й з якими обмеженнями</translation>
    </message>
    <message>
        <source>Debris</source>
        <translation>Уламки</translation>
    </message>
    <message>
        <source>Official statement</source>
        <translation>Офіційна заява</translation>
    </message>
    <message>
        <source>Official statements</source>
        <translation>Офіційні заяви</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Що сказано</translation>
    </message>
    <message>
        <source>Issuers</source>
        <translation>Хто заявив</translation>
    </message>
    <message>
        <source>Joint statement</source>
        <translation>Спільна заява</translation>
    </message>
    <message>
        <source>One text, one origin, however many sign it</source>
        <translation>Один текст, одне походження, хоч би скільки було підписантів</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Сказано</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Позиція</translation>
    </message>
    <message>
        <source>Asserts</source>
        <comment>option</comment>
        <translation>Стверджує</translation>
    </message>
    <message>
        <source>Confirms</source>
        <comment>option</comment>
        <translation>Підтверджує</translation>
    </message>
    <message>
        <source>Denies</source>
        <comment>option</comment>
        <translation>Спростовує</translation>
    </message>
    <message>
        <source>Denies in part</source>
        <comment>option</comment>
        <translation>Частково спростовує</translation>
    </message>
    <message>
        <source>Non-denial</source>
        <comment>option</comment>
        <translation>Уявне спростування</translation>
    </message>
    <message>
        <source>sounds like a denial and is none</source>
        <comment>option</comment>
        <translation>звучить як спростування, але ним не є</translation>
    </message>
    <message>
        <source>Declines to comment</source>
        <comment>option</comment>
        <translation>Відмовляється коментувати</translation>
    </message>
    <message>
        <source>neither a confirmation nor a denial</source>
        <comment>option</comment>
        <translation>ні підтвердження, ні спростування</translation>
    </message>
    <message>
        <source>Condemns</source>
        <comment>option</comment>
        <translation>Засуджує</translation>
    </message>
    <message>
        <source>Threatens</source>
        <comment>option</comment>
        <translation>Погрожує</translation>
    </message>
    <message>
        <source>Retracts</source>
        <comment>option</comment>
        <translation>Відкликає</translation>
    </message>
    <message>
        <source>Interest of the issuer</source>
        <translation>Інтерес автора заяви</translation>
    </message>
    <message>
        <source>None known</source>
        <comment>option</comment>
        <translation>Не виявлено</translation>
    </message>
    <message>
        <source>Party</source>
        <comment>option</comment>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>accused or accuser</source>
        <comment>option</comment>
        <translation>обвинувачений або обвинувач</translation>
    </message>
    <message>
        <source>Ally of a party</source>
        <comment>option</comment>
        <translation>Союзник сторони</translation>
    </message>
    <message>
        <source>Adversary of a party</source>
        <comment>option</comment>
        <translation>Противник сторони</translation>
    </message>
    <message>
        <source>Claim or element it addresses</source>
        <translation>Твердження або складова, якої стосується</translation>
    </message>
    <message>
        <source>Responds to</source>
        <translation>Відповідає на</translation>
    </message>
    <message>
        <source>Wording</source>
        <comment>section</comment>
        <translation>Формулювання</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Перекладач</translation>
    </message>
    <message>
        <source>Spokesperson</source>
        <translation>Речник</translation>
    </message>
    <message>
        <source>Setting</source>
        <comment>section</comment>
        <translation>Обставини</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Установа</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Press release</source>
        <comment>option</comment>
        <translation>Пресреліз</translation>
    </message>
    <message>
        <source>Briefing</source>
        <comment>option</comment>
        <translation>Брифінг</translation>
    </message>
    <message>
        <source>Interview</source>
        <comment>option</comment>
        <translation>Інтерв’ю</translation>
    </message>
    <message>
        <source>Social media</source>
        <comment>option</comment>
        <translation>Соцмережі</translation>
    </message>
    <message>
        <source>Court</source>
        <comment>option</comment>
        <translation>Суд</translation>
    </message>
    <message>
        <source>UN document</source>
        <comment>option</comment>
        <translation>Документ ООН</translation>
    </message>
    <message>
        <source>Leak</source>
        <comment>option</comment>
        <translation>Витік</translation>
    </message>
    <message>
        <source>On record?</source>
        <translation>Під запис?</translation>
    </message>
    <message>
        <source>On record</source>
        <comment>option</comment>
        <translation>Під запис</translation>
    </message>
    <message>
        <source>Background</source>
        <comment>option</comment>
        <translation>Фоново</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <comment>option</comment>
        <translation>Анонімно</translation>
    </message>
    <message>
        <source>Evidence offered</source>
        <translation>Докази наведено</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Archived copy</source>
        <translation>Архівна копія</translation>
    </message>
    <message>
        <source>Who said what, in which words, and in whose interest</source>
        <translation>Хто що сказав, якими словами і в чиїх інтересах</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Заява</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документи</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>option</comment>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Article</source>
        <comment>option</comment>
        <translation>Стаття</translation>
    </message>
    <message>
        <source>Resolution</source>
        <comment>option</comment>
        <translation>Резолюція</translation>
    </message>
    <message>
        <source>Sanctions notice</source>
        <comment>option</comment>
        <translation>Санкційне повідомлення</translation>
    </message>
    <message>
        <source>Data set</source>
        <comment>option</comment>
        <translation>Набір даних</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Видавець</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубліковано</translation>
    </message>
    <message>
        <source>A report, article, resolution, notice or data set</source>
        <translation>Звіт, стаття, резолюція, повідомлення або набір даних</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Медіа</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Вид медіа</translation>
    </message>
    <message>
        <source>Photo</source>
        <comment>option</comment>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Video still</source>
        <comment>option</comment>
        <translation>Кадр із відео</translation>
    </message>
    <message>
        <source>Audio</source>
        <comment>option</comment>
        <translation>Аудіо</translation>
    </message>
    <message>
        <source>Recorded (camera clock)</source>
        <translation>Знято/записано (годинник камери)</translation>
    </message>
    <message>
        <source>As the camera says; its clock may be wrong</source>
        <translation>За даними камери; її годинник може помилятися</translation>
    </message>
    <message>
        <source>Recorded (GPS clock)</source>
        <translation>Знято/записано (годинник GPS)</translation>
    </message>
    <message>
        <source>UTC by the satellites; kept apart from the camera&apos;s clock</source>
        <translation>UTC за супутниками; окремо від годинника камери</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Пристрій</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Оригінал чи копія</translation>
    </message>
    <message>
        <source>Original</source>
        <comment>option</comment>
        <translation>Оригінал</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>option</comment>
        <translation>Копія</translation>
    </message>
    <message>
        <source>Where created</source>
        <translation>Де створено</translation>
    </message>
    <message>
        <source>Where the camera was</source>
        <translation>Де була камера</translation>
    </message>
    <message>
        <source>Where shown</source>
        <translation>Показане місце</translation>
    </message>
    <message>
        <source>The place in the picture</source>
        <translation>Місце на зображенні</translation>
    </message>
    <message>
        <source>Authenticity</source>
        <translation>Автентичність</translation>
    </message>
    <message>
        <source>no evidence of misleading change</source>
        <comment>option</comment>
        <translation>немає ознак оманливих змін</translation>
    </message>
    <message>
        <source>Decontextualized</source>
        <comment>option</comment>
        <translation>Вирвано з контексту</translation>
    </message>
    <message>
        <source>genuine, shown as something else</source>
        <comment>option</comment>
        <translation>справжнє, але видане за інше</translation>
    </message>
    <message>
        <source>Edited or cropped</source>
        <comment>option</comment>
        <translation>Відредаговано або обрізано</translation>
    </message>
    <message>
        <source>parts left out to mislead</source>
        <comment>option</comment>
        <translation>частини вилучено, щоб увести в оману</translation>
    </message>
    <message>
        <source>Transformed</source>
        <comment>option</comment>
        <translation>Перетворено</translation>
    </message>
    <message>
        <source>changed or synthesised</source>
        <comment>option</comment>
        <translation>змінено або синтезовано</translation>
    </message>
    <message>
        <source>Staged</source>
        <comment>option</comment>
        <translation>Інсценовано</translation>
    </message>
    <message>
        <source>acted for the camera</source>
        <comment>option</comment>
        <translation>розіграно перед камерою</translation>
    </message>
    <message>
        <source>Satire</source>
        <comment>option</comment>
        <translation>Сатира</translation>
    </message>
    <message>
        <source>satire or parody</source>
        <comment>option</comment>
        <translation>сатира або пародія</translation>
    </message>
    <message>
        <source>A photo, a video, a still of one, or a recording</source>
        <translation>Фото, відео, кадр із нього або аудіозапис</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>The board is shown as it was; go back to now to change something.</source>
        <translation>Дошку показано такою, якою вона була; щоб щось змінити, поверніться до теперішнього.</translation>
    </message>
    <message>
        <source>“{name}”: {why}</source>
        <translation>«{name}»: {why}</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>Зазначено</translation>
    </message>
    <message>
        <source>By the shadow</source>
        <translation>За тінню</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Різниця</translation>
    </message>
    <message>
        <source>Sun and geometry</source>
        <translation>Сонце й геометрія</translation>
    </message>
    <message>
        <source>Computed for {moment} UTC over {place}.</source>
        <translation>Обчислено для {moment} UTC над {place}.</translation>
    </message>
    <message>
        <source>The elevation contains {refraction}° by which the air lifts the sun.</source>
        <translation>Висота містить {refraction}°, на які Сонце піднімає повітря.</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Обчислено</translation>
    </message>
    <message>
        <source>Azimuth</source>
        <translation>Азимут</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Висота</translation>
    </message>
    <message>
        <source>This is the board as it was; go back to now to change something.</source>
        <translation>Це дошка, якою вона була; щоб щось змінити, поверніться до теперішнього.</translation>
    </message>
    <message>
        <source>The board as it was after entry {number}, {when}: {what}</source>
        <translation>Дошка після запису {number}, {when}: {what}</translation>
    </message>
    <message>
        <source>At entry {number}, {when}, there was no such board yet: {what}</source>
        <translation>На час запису {number}, {when}, такої дошки ще не було: {what}</translation>
    </message>
    <message>
        <source>The board as it was after entry {number}, {when}, by {who}: {what}</source>
        <translation>Дошка після запису {number}, {when}, автор {who}: {what}</translation>
    </message>
    <message>
        <source>It was not in the case then, so nothing was changed.</source>
        <translation>Тоді цього не було у справі, тож нічого не змінено.</translation>
    </message>
    <message>
        <source>It is as it was then, so there is nothing to change.</source>
        <translation>Усе так, як було тоді, тож змінювати нічого.</translation>
    </message>
    <message>
        <source>No such entries</source>
        <translation>Таких записів немає</translation>
    </message>
    <message>
        <source>Nothing in the journal is what you ask for.</source>
        <translation>У журналі немає нічого, що відповідає запиту.</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Закрити запис</translation>
    </message>
    <message>
        <source>Show the board as of this entry</source>
        <translation>Показати дошку на час цього запису</translation>
    </message>
    <message>
        <source>What the entry changed</source>
        <translation>Що змінив запис</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more record</source>
        <translation>
            <numerusform>І ще {n} запис</numerusform>
            <numerusform>І ще {n} записи</numerusform>
            <numerusform>І ще {n} записів</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показати повністю</translation>
    </message>
    <message>
        <source>Show all of {field}</source>
        <translation>Показати повністю: {field}</translation>
    </message>
    <message>
        <source>Before: {text}</source>
        <translation>Було: {text}</translation>
    </message>
    <message>
        <source>Restore this state</source>
        <translation>Повернути цей стан</translation>
    </message>
    <message>
        <source>Restore this state of {name}</source>
        <translation>Повернути цей стан: {name}</translation>
    </message>
    <message>
        <source>After: {text}</source>
        <translation>Стало: {text}</translation>
    </message>
    <message>
        <source>After: nothing</source>
        <translation>Стало: нічого</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Нікого не названо</translation>
    </message>
    <message>
        <source>Of the selected</source>
        <translation>Про вибране</translation>
    </message>
    <message>
        <source>Show only what was done to what is selected and what belongs to it</source>
        <translation>Показати лише зроблене з вибраним і тим, що до нього належить</translation>
    </message>
    <message>
        <source>Only entries about what is selected</source>
        <translation>Лише записи про вибране</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Будь-який день</translation>
    </message>
    <message>
        <source>By whom: {who}</source>
        <translation>Хто: {who}</translation>
    </message>
    <message>
        <source>On which day: {day}</source>
        <translation>Якого дня: {day}</translation>
    </message>
    <message>
        <source>The board as it was</source>
        <translation>Дошка, якою вона була</translation>
    </message>
    <message>
        <source>Entry of the journal</source>
        <translation>Запис журналу</translation>
    </message>
    <message>
        <source>The entry before</source>
        <translation>Попередній запис</translation>
    </message>
    <message>
        <source>The entry after</source>
        <translation>Наступний запис</translation>
    </message>
    <message>
        <source>Bring what is selected here back to what it was, as a new change</source>
        <translation>Повернути вибране тут до тодішнього стану окремою новою зміною</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>До теперішнього</translation>
    </message>
    <message>
        <source>Back to now (Esc)</source>
        <translation>До теперішнього (Esc)</translation>
    </message>
    <message>
        <source>“{name}” was read as a satellite image.</source>
        <translation>«{name}» прочитано як супутниковий знімок.</translation>
    </message>
    <message>
        <source>Left in the file alone: {keys}.</source>
        <translation>Лишилося тільки у файлі: {keys}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} file was read as a satellite image.</source>
        <translation>
            <numerusform>{n} файл прочитано як супутниковий знімок.</numerusform>
            <numerusform>{n} файли прочитано як супутникові знімки.</numerusform>
            <numerusform>{n} файлів прочитано як супутникові знімки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left in the file alone: {keys} and {n} more.</source>
        <translation>
            <numerusform>Лишилося тільки у файлі: {keys} і ще {n}.</numerusform>
            <numerusform>Лишилося тільки у файлі: {keys} і ще {n}.</numerusform>
            <numerusform>Лишилося тільки у файлі: {keys} і ще {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is in the case as a document.</source>
        <translation>«{name}» є у справі як документ.</translation>
    </message>
    <message>
        <source>This from it</source>
        <translation>Це з нього</translation>
    </message>
    <message>
        <source>It from this</source>
        <translation>Воно з цього</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>Нічого не вдалося прочитати</translation>
    </message>
    <message>
        <source>The case is damaged. What it held is not listed here; a backup may have it.</source>
        <translation>Справу пошкоджено. Того, що в ній було, тут немає; воно може бути в резервній копії.</translation>
    </message>
    <message>
        <source>Page of the document ({back}, {on})</source>
        <translation>Сторінка документа ({back}, {on})</translation>
    </message>
    <message numerus="yes">
        <source>{n} place is shown.</source>
        <translation>
            <numerusform>Показано {n} місце.</numerusform>
            <numerusform>Показано {n} місця.</numerusform>
            <numerusform>Показано {n} місць.</numerusform>
        </translation>
    </message>
    <message>
        <source>Precision: {precision}</source>
        <translation>Точність: {precision}</translation>
    </message>
    <message numerus="yes">
        <source>Empty it in {n} selected row</source>
        <translation>
            <numerusform>Спорожнити в {n} вибраному рядку</numerusform>
            <numerusform>Спорожнити в {n} вибраних рядках</numerusform>
            <numerusform>Спорожнити в {n} вибраних рядках</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>‹ {n} earlier</source>
        <translation>
            <numerusform>‹ раніше: {n}</numerusform>
            <numerusform>‹ раніше: {n}</numerusform>
            <numerusform>‹ раніше: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} later ›</source>
        <translation>
            <numerusform>пізніше: {n} ›</numerusform>
            <numerusform>пізніше: {n} ›</numerusform>
            <numerusform>пізніше: {n} ›</numerusform>
        </translation>
    </message>
    <message>
        <source>Items that lie at other times. Press to go to the nearest.</source>
        <translation>Елементи з іншого часу. Натисніть, щоб перейти до найближчого.</translation>
    </message>
    <message>
        <source>Fit all; once more leaves out a few that lie far off</source>
        <translation>Умістити все; ще раз – без кількох, що лежать далеко</translation>
    </message>
    <message numerus="yes">
        <source>{n} second</source>
        <translation>
            <numerusform>{n} секунда</numerusform>
            <numerusform>{n} секунди</numerusform>
            <numerusform>{n} секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {n} year</source>
        <translation>
            <numerusform>близько {n} року</numerusform>
            <numerusform>близько {n} років</numerusform>
            <numerusform>близько {n} років</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {n} month</source>
        <translation>
            <numerusform>близько {n} місяця</numerusform>
            <numerusform>близько {n} місяців</numerusform>
            <numerusform>близько {n} місяців</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, without: {change}</source>
        <translation>{title}, без цього: {change}</translation>
    </message>
    <message>
        <source>It is as it was then. Undo takes that back.</source>
        <translation>Тепер усе так, як було тоді. Скасування поверне, як було щойно.</translation>
    </message>
    <message>
        <source>It is in the case again, and on no board: the outline has it.</source>
        <translation>Він знову у справі, але на жодній дошці: знайти його можна у структурі.</translation>
    </message>
    <message>
        <source>Shadow azimuth</source>
        <translation>Азимут тіні</translation>
    </message>
    <message>
        <source>Measured in the picture: where shadows fall, clockwise from north</source>
        <translation>Виміряно на знімку: куди падають тіні, за годинниковою стрілкою від півночі</translation>
    </message>
    <message>
        <source>Shadow length</source>
        <translation>Довжина тіні</translation>
    </message>
    <message>
        <source>Measured in the picture, of an upright object whose height is known</source>
        <translation>Виміряно на знімку: тінь вертикального об’єкта відомої висоти</translation>
    </message>
    <message>
        <source>Object height</source>
        <translation>Висота об’єкта</translation>
    </message>
    <message>
        <source>The height of what throws that shadow</source>
        <translation>Висота того, що відкидає цю тінь</translation>
    </message>
    <message>
        <source>Casualties and quantities</source>
        <translation>Жертви й кількості</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Що пораховано</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>As stated: “two”, “more than 60”</source>
        <translation>Як зазначено: «двоє», «понад 60»</translation>
    </message>
    <message>
        <source>According to</source>
        <translation>За даними</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>число</translation>
    </message>
    <message>
        <source>What happened, when and where</source>
        <translation>Що сталося, коли й де</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Сутність</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>option</comment>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Organisation</source>
        <comment>option</comment>
        <translation>Організація</translation>
    </message>
    <message>
        <source>Vessel</source>
        <comment>option</comment>
        <translation>Судно</translation>
    </message>
    <message>
        <source>Aircraft</source>
        <comment>option</comment>
        <translation>Повітряне судно</translation>
    </message>
    <message>
        <source>Weapon type</source>
        <comment>option</comment>
        <translation>Тип зброї</translation>
    </message>
    <message>
        <source>Facility</source>
        <comment>option</comment>
        <translation>Об’єкт інфраструктури</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Інші назви</translation>
    </message>
    <message>
        <source>Other names and spellings</source>
        <translation>Інші імена, назви та варіанти написання</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Ідентифікатор</translation>
    </message>
    <message>
        <source>IMO or tail number, register entry</source>
        <translation>Номер IMO чи бортовий номер, запис у реєстрі</translation>
    </message>
    <message>
        <source>A person, organisation, vessel, aircraft, weapon type or facility</source>
        <translation>Особа, організація, судно, повітряне судно, тип зброї чи об’єкт інфраструктури</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Показувати як</translation>
    </message>
    <message>
        <source>Card</source>
        <comment>option</comment>
        <translation>Картка</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <comment>option</comment>
        <translation>Наліпка</translation>
    </message>
    <message>
        <source>a coloured sheet with nothing but its words</source>
        <comment>option</comment>
        <translation>кольоровий аркуш, на якому лише слова</translation>
    </message>
    <message>
        <source>Plain text</source>
        <comment>option</comment>
        <translation>Простий текст</translation>
    </message>
    <message>
        <source>its words on the board itself, with no sheet</source>
        <comment>option</comment>
        <translation>слова на самій дошці, без аркуша</translation>
    </message>
    <message>
        <source>Our own thought</source>
        <translation>Наша власна думка</translation>
    </message>
    <message>
        <source>As the board is called</source>
        <translation>Так, як називається дошка</translation>
    </message>
    <message>
        <source>What is to be found on that board</source>
        <translation>Що можна знайти на тій дошці</translation>
    </message>
    <message>
        <source>Stands for another board and opens it</source>
        <translation>Позначає іншу дошку й відкриває її</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>підкріплює</translation>
    </message>
    <message>
        <source>is supported by</source>
        <translation>його підкріплює</translation>
    </message>
    <message>
        <source>disputes</source>
        <translation>заперечує</translation>
    </message>
    <message>
        <source>is disputed by</source>
        <translation>його заперечує</translation>
    </message>
    <message>
        <source>undercuts</source>
        <translation>підриває</translation>
    </message>
    <message>
        <source>is undercut by</source>
        <translation>його підриває</translation>
    </message>
    <message>
        <source>excludes</source>
        <translation>виключає</translation>
    </message>
    <message>
        <source>bears on</source>
        <translation>дотичне до</translation>
    </message>
    <message>
        <source>is touched by</source>
        <translation>його стосується</translation>
    </message>
    <message>
        <source>is derived from</source>
        <translation>походить від</translation>
    </message>
    <message>
        <source>is the basis of</source>
        <translation>є основою для</translation>
    </message>
    <message>
        <source>is the same as</source>
        <translation>те саме, що</translation>
    </message>
    <message>
        <source>supersedes</source>
        <translation>замінює</translation>
    </message>
    <message>
        <source>is superseded by</source>
        <translation>його замінює</translation>
    </message>
    <message>
        <source>retracts</source>
        <translation>відкликає</translation>
    </message>
    <message>
        <source>is retracted by</source>
        <translation>його відкликає</translation>
    </message>
    <message>
        <source>corrects</source>
        <translation>виправляє</translation>
    </message>
    <message>
        <source>is corrected by</source>
        <translation>його виправляє</translation>
    </message>
    <message>
        <source>responds to</source>
        <translation>відповідає на</translation>
    </message>
    <message>
        <source>is answered by</source>
        <translation>на нього відповідає</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>спростовує</translation>
    </message>
    <message>
        <source>is denied by</source>
        <translation>його спростовує</translation>
    </message>
    <message>
        <source>confirms</source>
        <translation>підтверджує</translation>
    </message>
    <message>
        <source>is confirmed by</source>
        <translation>його підтверджує</translation>
    </message>
    <message>
        <source>depicts</source>
        <translation>зображує</translation>
    </message>
    <message>
        <source>is depicted in</source>
        <translation>його зображує</translation>
    </message>
    <message>
        <source>is located at</source>
        <translation>розташоване в</translation>
    </message>
    <message>
        <source>is the place of</source>
        <translation>є місцем для</translation>
    </message>
    <message>
        <source>occurred during</source>
        <translation>сталося під час</translation>
    </message>
    <message>
        <source>includes</source>
        <translation>охоплює</translation>
    </message>
    <message>
        <source>precedes</source>
        <translation>передує</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>іде після</translation>
    </message>
    <message>
        <source>shows the same object as</source>
        <translation>показує той самий предмет, що й</translation>
    </message>
    <message>
        <source>is related to</source>
        <translation>пов’язане з</translation>
    </message>
    <message>
        <source>Shown on the string</source>
        <translation>Показується на нитці</translation>
    </message>
    <message>
        <source>Rationale</source>
        <translation>Обґрунтування</translation>
    </message>
    <message>
        <source>Why the link holds, in one or two sentences</source>
        <translation>Чому зв’язок слушний, одним-двома реченнями</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>option</comment>
        <translation>Підтверджено</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <comment>option</comment>
        <translation>Не підтверджено</translation>
    </message>
    <message>
        <source>Tentative</source>
        <comment>option</comment>
        <translation>Попередньо</translation>
    </message>
    <message>
        <source>Weak</source>
        <comment>option</comment>
        <translation>Слабка</translation>
    </message>
    <message>
        <source>Moderate</source>
        <comment>option</comment>
        <translation>Помірна</translation>
    </message>
    <message>
        <source>Strong</source>
        <comment>option</comment>
        <translation>Сильна</translation>
    </message>
    <message>
        <source>Directness</source>
        <translation>Вид доказу</translation>
    </message>
    <message>
        <source>Direct</source>
        <comment>option</comment>
        <translation>Прямий</translation>
    </message>
    <message>
        <source>Circumstantial</source>
        <comment>option</comment>
        <translation>Непрямий</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Як саме</translation>
    </message>
    <message>
        <source>Quotes</source>
        <comment>option</comment>
        <translation>Цитує</translation>
    </message>
    <message>
        <source>Reprints</source>
        <comment>option</comment>
        <translation>Передруковує</translation>
    </message>
    <message>
        <source>Translates</source>
        <comment>option</comment>
        <translation>Перекладає</translation>
    </message>
    <message>
        <source>Summarises</source>
        <comment>option</comment>
        <translation>Переказує стисло</translation>
    </message>
    <message>
        <source>Screenshots</source>
        <comment>option</comment>
        <translation>Знімок екрана</translation>
    </message>
    <message>
        <source>Crops</source>
        <comment>option</comment>
        <translation>Обрізає</translation>
    </message>
    <message>
        <source>Relies on</source>
        <comment>option</comment>
        <translation>Спирається на</translation>
    </message>
    <message>
        <source>Same footage</source>
        <comment>option</comment>
        <translation>Ті самі кадри</translation>
    </message>
    <message>
        <source>Case question</source>
        <translation>Питання справи</translation>
    </message>
    <message>
        <source>Body</source>
        <comment>option</comment>
        <translation>Орган</translation>
    </message>
    <message>
        <source>a government, ministry or international body</source>
        <comment>option</comment>
        <translation>уряд, міністерство чи міжнародний орган</translation>
    </message>
    <message>
        <source>Agency</source>
        <comment>option</comment>
        <translation>Агентство</translation>
    </message>
    <message>
        <source>a news agency</source>
        <comment>option</comment>
        <translation>інформаційне агентство</translation>
    </message>
    <message>
        <source>Outlet</source>
        <comment>option</comment>
        <translation>ЗМІ</translation>
    </message>
    <message>
        <source>a newspaper, broadcaster or site</source>
        <comment>option</comment>
        <translation>газета, мовник або сайт</translation>
    </message>
    <message>
        <source>Owner or parent</source>
        <translation>Власник або материнська структура</translation>
    </message>
    <message>
        <source>Sources of one owner count as one origin</source>
        <translation>Джерела одного власника рахуються як одне походження</translation>
    </message>
    <message>
        <source>Interest in the matter</source>
        <translation>Інтерес у справі</translation>
    </message>
    <message>
        <source>What the interest is</source>
        <translation>У чому полягає інтерес</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Країна</translation>
    </message>
    <message>
        <source>Actor</source>
        <comment>option</comment>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>who did it</source>
        <comment>option</comment>
        <translation>хто це зробив</translation>
    </message>
    <message>
        <source>Action</source>
        <comment>option</comment>
        <translation>Дія</translation>
    </message>
    <message>
        <source>what was done</source>
        <comment>option</comment>
        <translation>що зроблено</translation>
    </message>
    <message>
        <source>Object</source>
        <comment>option</comment>
        <translation>Предмет</translation>
    </message>
    <message>
        <source>what it was done with or to</source>
        <comment>option</comment>
        <translation>чим або з чим це зроблено</translation>
    </message>
    <message>
        <source>Recipient</source>
        <comment>option</comment>
        <translation>Отримувач</translation>
    </message>
    <message>
        <source>who received it</source>
        <comment>option</comment>
        <translation>хто це отримав</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>option</comment>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>option</comment>
        <translation>Час</translation>
    </message>
    <message>
        <source>Route</source>
        <comment>option</comment>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Quantity</source>
        <comment>option</comment>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <comment>option</comment>
        <translation>Обізнаність</translation>
    </message>
    <message>
        <source>who knew what</source>
        <comment>option</comment>
        <translation>хто що знав</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>Що саме</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обов’язкова</translation>
    </message>
    <message>
        <source>The claim cannot hold without it</source>
        <translation>Без неї твердження не тримається</translation>
    </message>
    <message>
        <source>Obtained from</source>
        <translation>Отримано з</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Копію збережено</translation>
    </message>
    <message>
        <source>That is marked on no file of this item, so the link was left as it is.</source>
        <translation>Цього не позначено на жодному файлі цього елемента, тож зв’язок залишено без змін.</translation>
    </message>
    <message>
        <source>A mark takes up to {n} characters, so nothing was changed.</source>
        <translation>У позначці може бути до {n} символів, тож нічого не змінено.</translation>
    </message>
    <message>
        <source>A text on a picture needs words, so nothing was changed.</source>
        <translation>Тексту на зображенні потрібні слова, тож нічого не змінено.</translation>
    </message>
    <message>
        <source>A SHA-256 has 64 digits and letters a to f; nothing was done.</source>
        <translation>SHA-256 має 64 знаки: цифри та літери від a до f; нічого не зроблено.</translation>
    </message>
    <message numerus="yes">
        <source>The search index lacks {n} record.</source>
        <translation>
            <numerusform>У пошуковому індексі бракує {n} запису.</numerusform>
            <numerusform>У пошуковому індексі бракує {n} записів.</numerusform>
            <numerusform>У пошуковому індексі бракує {n} записів.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search index has {n} entry of no record.</source>
        <translation>
            <numerusform>У пошуковому індексі {n} позиція не стосується жодного запису.</numerusform>
            <numerusform>У пошуковому індексі {n} позиції не стосуються жодного запису.</numerusform>
            <numerusform>У пошуковому індексі {n} позицій не стосуються жодного запису.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search index has other words for {n} record than that has.</source>
        <translation>
            <numerusform>У пошуковому індексі для {n} запису інші слова, ніж у ньому самому.</numerusform>
            <numerusform>У пошуковому індексі для {n} записів інші слова, ніж у них самих.</numerusform>
            <numerusform>У пошуковому індексі для {n} записів інші слова, ніж у них самих.</numerusform>
        </translation>
    </message>
    <message>
        <source>The search index cannot be read: {reason}.</source>
        <translation>Не вдалося прочитати пошуковий індекс: {reason}.</translation>
    </message>
    <message>
        <source>Mark on a file</source>
        <translation>Позначка на файлі</translation>
    </message>
    <message>
        <source>Add a folder of files</source>
        <translation>Додати теку з файлами</translation>
    </message>
    <message>
        <source>{alarm} the last check: the bytes are not those that came in, or are missing. The inspector says which.</source>
        <translation>{alarm}: за останньою перевіркою, байти не ті, що надійшли, або їх бракує. Що саме, показує інспектор.</translation>
    </message>
    <message>
        <source>It was written, but the journal could not note that: {why}</source>
        <translation>Записано, але зазначити це в журналі не вдалося: {why}</translation>
    </message>
    <message numerus="yes">
        <source>{n} record that names it will name nobody there; merging it keeps the mention.</source>
        <translation>
            <numerusform>{n} запис, де його названо, більше нікого там не називатиме; об’єднання збереже згадку.</numerusform>
            <numerusform>{n} записи, де його названо, більше нікого там не називатимуть; об’єднання збереже згадки.</numerusform>
            <numerusform>{n} записів, де його названо, більше нікого там не називатимуть; об’єднання збереже згадки.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Додати адресу</translation>
    </message>
    <message>
        <source>such as https://example.org/page</source>
        <translation>напр. https://example.org/page</translation>
    </message>
    <message>
        <source>such as https://archive.example/page</source>
        <translation>напр. https://archive.example/page</translation>
    </message>
    <message>
        <source>such as 2024-01-02 14:30 +02:00</source>
        <translation>напр. 2024-01-02 14:30 +02:00</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовий пояс</translation>
    </message>
    <message>
        <source>such as the name of a browser or an archiver</source>
        <translation>напр. назва браузера чи архіватора</translation>
    </message>
    <message>
        <source>such as: whole page, logged out</source>
        <translation>напр.: уся сторінка, без входу в обліковий запис</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Вибрати файли…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Nothing is fetched: save the page yourself, and add the files here.</source>
        <translation>Нічого не завантажується: збережіть сторінку самостійно й додайте файли тут.</translation>
    </message>
    <message>
        <source>Saved files</source>
        <translation>Збережені файли</translation>
    </message>
    <message>
        <source>Say the offset from UTC as well, such as +02:00 or Z, or that the time zone is not known: the same hour is another moment elsewhere.</source>
        <translation>Укажіть також зсув від UTC, наприклад +02:00 або Z, або що часовий пояс невідомий: та сама година деінде – інший момент.</translation>
    </message>
    <message>
        <source>Stated with it</source>
        <translation>Разом із часом</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Невідомо</translation>
    </message>
    <message>
        <source>Captured with</source>
        <translation>Чим збережено</translation>
    </message>
    <message>
        <source>The archived copy is no address that begins with http:// or https://.</source>
        <translation>Архівна копія – не адреса, що починається з http:// або https://.</translation>
    </message>
    <message>
        <source>Untitled claim</source>
        <translation>Твердження без назви</translation>
    </message>
    <message>
        <source>For which claim?</source>
        <translation>Для якого твердження?</translation>
    </message>
    <message>
        <source>For this claim alone</source>
        <translation>Лише для цього твердження</translation>
    </message>
    <message>
        <source>Whatever it is cited for</source>
        <translation>Хоч би для чого його наводили</translation>
    </message>
    <message>
        <source>For every claim that has no grade of its own</source>
        <translation>Для кожного твердження, що не має власного ступеня</translation>
    </message>
    <message>
        <source>These stay: the name of the file, its size and SHA-256, the exhibit and its cards, the reason, the time and your name, in the journal too; what somebody has marked on it, or taken over from it into an item; and in backups what the file says of itself.</source>
        <translation>Лишається: назва файлу, його розмір і SHA-256, номер доказу та його картки, причина, час і ваше ім’я, також у журналі; те, що хтось на ньому позначив або перейняв із нього в елемент; а в резервних копіях – те, що файл повідомляє про себе.</translation>
    </message>
    <message>
        <source>Out of reach are copies and exports that were saved or handed on, pictures of boards, backups by other programs, what is on the clipboard, and what a disk keeps of files that were deleted. The custody of the file tells what went out.</source>
        <translation>Поза досяжністю – копії та експорти, збережені деінде або передані далі, зображення дошок, резервні копії інших програм, уміст буфера обміну та те, що лишається на диску від видалених файлів. Що вийшло назовні, показує ланцюг збереження файлу.</translation>
    </message>
    <message>
        <source>By law or by order of a court or authority</source>
        <translation>За законом або рішенням суду чи органу влади</translation>
    </message>
    <message>
        <source>Consent was withdrawn or never given</source>
        <translation>Згоду відкликано або її не було</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Інша причина</translation>
    </message>
    <message numerus="yes">
        <source>{n} item uses this file.</source>
        <translation>
            <numerusform>{n} елемент використовує цей файл.</numerusform>
            <numerusform>{n} елементи використовують цей файл.</numerusform>
            <numerusform>{n} елементів використовують цей файл.</numerusform>
        </translation>
    </message>
    <message>
        <source>The case is written anew, which takes as long as copying it twice and needs {needed} MiB on its disk meanwhile; {free} MiB are free.</source>
        <translation>Справу буде записано заново: це триватиме стільки, скільки подвійне її копіювання, і тим часом потребуватиме {needed}&#xa0;МіБ на її диску; вільно {free}&#xa0;МіБ.</translation>
    </message>
    <message>
        <source>Expunge “{name}”</source>
        <translation>Вилучити назавжди «{name}»</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Що зникає і що лишається</translation>
    </message>
    <message>
        <source>Who asked for it, and in which document</source>
        <translation>Хто цього вимагав і в якому документі</translation>
    </message>
    <message>
        <source>Expunge for good</source>
        <translation>Вилучити назавжди</translation>
    </message>
    <message>
        <source>The case is written anew, which takes as long as copying it.</source>
        <translation>Справу буде записано заново: це триватиме стільки, скільки її копіювання.</translation>
    </message>
    <message>
        <source>The case is written anew, for which {needed} MiB must be free on its disk; {free} MiB are. Make room first.</source>
        <translation>Справу буде записано заново, для чого на її диску має бути вільно {needed}&#xa0;МіБ; вільно {free}&#xa0;МіБ. Спершу звільніть місце.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>На диску замало місця.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Словами</translation>
    </message>
    <message>
        <source>Type {start} to confirm</source>
        <translation>Введіть {start} для підтвердження</translation>
    </message>
    <message>
        <source>Say why in words.</source>
        <translation>Укажіть причину словами.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Це неможливо скасувати.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Text (*.txt);;Table (*.csv);;JSON (*.json)</source>
        <translation>Текст (*.txt);;Таблиця (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Що надійшло</translation>
    </message>
    <message>
        <source>What there is to know</source>
        <translation>Що слід знати</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Зберегти як…</translation>
    </message>
    <message>
        <source>Go to the card</source>
        <translation>Перейти до картки</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Зберегти звіт</translation>
    </message>
    <message>
        <source>All: {n}</source>
        <translation>Усі: {n}</translation>
    </message>
    <message>
        <source>{name}: {n}</source>
        <translation>{name}: {n}</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Збережено як «{name}».</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Зупинення…</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON (*.json)</source>
        <translation>Текст (*.txt);;JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>{n} entry in the journal</source>
        <translation>
            <numerusform>{n} запис у журналі</numerusform>
            <numerusform>{n} записи в журналі</numerusform>
            <numerusform>{n} записів у журналі</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row</source>
        <translation>
            <numerusform>{n} рядок</numerusform>
            <numerusform>{n} рядки</numerusform>
            <numerusform>{n} рядків</numerusform>
        </translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>Показати картку</translation>
    </message>
    <message>
        <source>Make search anew</source>
        <translation>Створити індекс заново</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Зберегти звіт…</translation>
    </message>
    <message>
        <source>What was checked, failures first</source>
        <translation>Що перевірено, спершу не пройдене</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>Звіт скопійовано.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Зберегти звіт</translation>
    </message>
    <message>
        <source>The search index was made anew.</source>
        <translation>Пошуковий індекс створено заново.</translation>
    </message>
    <message>
        <source>Noted in the journal as entry {seq}.</source>
        <translation>Зазначено в журналі як запис {seq}.</translation>
    </message>
    <message>
        <source>Its bytes went from the backup {path} as well.</source>
        <translation>Його байти вилучено й із резервної копії {path}.</translation>
    </message>
    <message>
        <source>What was dragged out to {path} could not be removed.</source>
        <translation>Не вдалося вилучити те, що перетягнуто назовні до {path}.</translation>
    </message>
    <message>
        <source>Expunging the file and writing the case anew…</source>
        <translation>Вилучення файлу назавжди й записування справи наново…</translation>
    </message>
    <message>
        <source>Expunging was called off: the case still has the file, its backups may not.</source>
        <translation>Вилучення назавжди перервано: файл у справі ще є, у її резервних копіях його може вже не бути.</translation>
    </message>
    <message>
        <source>also {name}</source>
        <translation>також {name}</translation>
    </message>
    <message>
        <source>What is marked on its files that the link starts from</source>
        <translation>Позначка на файлах елемента, від якої йде зв’язок</translation>
    </message>
    <message>
        <source>What is marked on its files that the link ends at</source>
        <translation>Позначка на файлах елемента, на якій зв’язок закінчується</translation>
    </message>
    <message>
        <source>All of it, and no mark in particular</source>
        <translation>Усе загалом, без окремої позначки</translation>
    </message>
    <message>
        <source>This mark was deleted</source>
        <translation>Цю позначку видалено</translation>
    </message>
    <message>
        <source>Before: {word}, by {who}.</source>
        <translation>Було: {word} ({who}).</translation>
    </message>
    <message>
        <source>Before: {word}.</source>
        <translation>Було: {word}.</translation>
    </message>
    <message>
        <source>Judged: {word} ({range}).</source>
        <translation>Оцінено: {word} ({range}).</translation>
    </message>
    <message>
        <source>Confidence: {word}. {meaning}.</source>
        <translation>Упевненість: {word}. {meaning}.</translation>
    </message>
    <message>
        <source>As before.</source>
        <translation>Як і було.</translation>
    </message>
    <message>
        <source>Add a grade</source>
        <translation>Додати ступінь</translation>
    </message>
    <message>
        <source>Grade…</source>
        <translation>Оцінити…</translation>
    </message>
    <message>
        <source>Entry {seq}</source>
        <translation>Запис {seq}</translation>
    </message>
    <message>
        <source>Copy the custody</source>
        <translation>Копіювати ланцюг збереження</translation>
    </message>
    <message numerus="yes">
        <source>And {n} before these.</source>
        <translation>
            <numerusform>І ще {n} перед цими.</numerusform>
            <numerusform>І ще {n} перед цими.</numerusform>
            <numerusform>І ще {n} перед цими.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check of {when}. {fault}</source>
        <translation>Перевірка: {when}. {fault}</translation>
    </message>
    <message>
        <source>Double-click to see it at full size; drag it to a folder or another program: the file as it came in</source>
        <translation>Двічі клацніть, щоб побачити в повному розмірі; перетягніть до теки чи іншої програми: файл такий, яким надійшов</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Ланцюг збереження</translation>
    </message>
    <message>
        <source>Save, move, detach or expunge {name}</source>
        <translation>Зберегти, перемістити, від’єднати чи вилучити назавжди: {name}</translation>
    </message>
    <message>
        <source>See {name} at full size</source>
        <translation>Показати в повному розмірі: {name}</translation>
    </message>
    <message>
        <source>Custody of {name}</source>
        <translation>Ланцюг збереження: {name}</translation>
    </message>
    <message>
        <source>Expunge…</source>
        <translation>Вилучити назавжди…</translation>
    </message>
    <message>
        <source>See at full size</source>
        <translation>Показати в повному розмірі</translation>
    </message>
    <message>
        <source>Of the source, whatever it says: what its record shows.</source>
        <translation>Про джерело, хай що воно каже: що показує його минуле.</translation>
    </message>
    <message>
        <source>Of what is said, whoever says it: what else confirms it.</source>
        <translation>Про сказане, хай хто це каже: що ще це підтверджує.</translation>
    </message>
    <message>
        <source>How likely the claim is. How good the basis is, is said as confidence.</source>
        <translation>Наскільки твердження ймовірне. Наскільки добрі підстави, показує впевненість.</translation>
    </message>
    <message>
        <source>How good the basis is, not how likely the claim.</source>
        <translation>Наскільки добрі підстави, а не наскільки ймовірне твердження.</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>Що оцінюють</translation>
    </message>
    <message>
        <source>For which claim</source>
        <translation>Для якого твердження</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Ступінь</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>На чому це ґрунтується</translation>
    </message>
    <message>
        <source>What the grade rests on</source>
        <translation>На чому ґрунтується ступінь</translation>
    </message>
    <message>
        <source>Store grade</source>
        <translation>Зберегти ступінь</translation>
    </message>
    <message>
        <source>Choose a grade</source>
        <translation>Виберіть ступінь</translation>
    </message>
    <message>
        <source>Choose a grade first.</source>
        <translation>Спершу виберіть ступінь.</translation>
    </message>
    <message>
        <source>The other grades are shown, so this one is not blind.</source>
        <translation>Інші ступені показано, тож цей поставлено не наосліп.</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <translation>Обмеження: {limits}</translation>
    </message>
    <message>
        <source>answered here</source>
        <translation>на неї тут відповідають</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>відповідь</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>ця</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} з {all}</translation>
    </message>
    <message>
        <source>Thread of statements</source>
        <translation>Ланцюжок заяв</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>без дати</translation>
    </message>
    <message>
        <source>{size} MiB</source>
        <translation>{size}&#xa0;МіБ</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Перегляд файлів…</translation>
    </message>
    <message>
        <source>{done} of {whole} files, {size}</source>
        <translation>Файли: {done} з {whole}, {size}</translation>
    </message>
    <message numerus="yes">
        <source>{n} file found</source>
        <translation>
            <numerusform>Знайдено {n} файл</numerusform>
            <numerusform>Знайдено {n} файли</numerusform>
            <numerusform>Знайдено {n} файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>Files are being taken in already. Try again when that is done.</source>
        <translation>Файли вже додаються. Спробуйте ще раз, коли це завершиться.</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Завершення…</translation>
    </message>
    <message>
        <source>“{name}” is in the case already, with “{title}”.</source>
        <translation>«{name}» уже є у справі, в елементі «{title}».</translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files was in the case already, and is not taken in twice.</source>
        <translation>
            <numerusform>{n} із цих файлів уже був у справі, і вдруге його не додано.</numerusform>
            <numerusform>{n} із цих файлів уже були у справі, і вдруге їх не додано.</numerusform>
            <numerusform>{n} із цих файлів уже були у справі, і вдруге їх не додано.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reliability of the source by credibility of the item</source>
        <translation>Надійність джерела за достовірністю елемента</translation>
    </message>
    <message numerus="yes">
        <source>{grade}: {n} item</source>
        <translation>
            <numerusform>{grade}: {n} елемент</numerusform>
            <numerusform>{grade}: {n} елементи</numerusform>
            <numerusform>{grade}: {n} елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} without a basis (F or 6).</source>
        <translation>
            <numerusform>{n} без підстав (F або 6).</numerusform>
            <numerusform>{n} без підстав (F або 6).</numerusform>
            <numerusform>{n} без підстав (F або 6).</numerusform>
        </translation>
    </message>
    <message>
        <source>Items of this grade</source>
        <translation>Елементи цього ступеня</translation>
    </message>
    <message>
        <source>Grades of whom: {who}</source>
        <translation>Чиї ступені: {who}</translation>
    </message>
    <message>
        <source>Sources graded twice:</source>
        <translation>Джерела, оцінені двічі:</translation>
    </message>
    <message>
        <source>Items graded twice:</source>
        <translation>Елементи, оцінені двічі:</translation>
    </message>
    <message>
        <source>Choose a cell to see its items.</source>
        <translation>Виберіть клітинку, щоб побачити її елементи.</translation>
    </message>
    <message>
        <source>Changes nothing</source>
        <translation>Нічого не змінює</translation>
    </message>
    <message>
        <source>reliability {grade}</source>
        <translation>надійність {grade}</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>без ступеня</translation>
    </message>
    <message>
        <source>belongs to {owner}</source>
        <translation>власник: {owner}</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>захищене</translation>
    </message>
    <message numerus="yes">
        <source>owns {n} source</source>
        <translation>
            <numerusform>володіє {n} джерелом</numerusform>
            <numerusform>володіє {n} джерелами</numerusform>
            <numerusform>володіє {n} джерелами</numerusform>
        </translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не використано</translation>
    </message>
    <message>
        <source>Name protected sources in this list</source>
        <translation>Називати захищені джерела в цьому списку</translation>
    </message>
    <message>
        <source>Sources or grades</source>
        <translation>Джерела чи ступені</translation>
    </message>
    <message>
        <source>Name, alias or country</source>
        <translation>Назва, інша назва чи країна</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Знайти джерело</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Нове джерело</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Об’єднати…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <source>Make one source of those that are selected</source>
        <translation>Зробити з вибраних джерел одне</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Ступені</translation>
    </message>
    <message>
        <source>No such source</source>
        <translation>Такого джерела немає</translation>
    </message>
    <message>
        <source>No name, alias or country has these words.</source>
        <translation>Цих слів немає в жодній назві, іншій назві чи країні.</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Джерел ще немає</translation>
    </message>
    <message>
        <source>Whoever is named in the form of an item as its source is listed here.</source>
        <translation>Тут перелічено всіх, кого у формі елемента названо його джерелом.</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Назва джерела</translation>
    </message>
    <message>
        <source>Sources, below their owners</source>
        <translation>Джерела, під їхніми власниками</translation>
    </message>
    <message>
        <source>The file was expunged</source>
        <translation>Файл вилучено назавжди</translation>
    </message>
    <message>
        <source>Verifying the case…</source>
        <translation>Перевірка справи…</translation>
    </message>
    <message>
        <source>None of what is selected has a picture or document to show.</source>
        <translation>У вибраному немає ні зображення, ні документа для показу.</translation>
    </message>
    <message>
        <source>Select two items with pictures, or one with two, to compare them.</source>
        <translation>Щоб порівняти, виберіть два елементи із зображеннями або один із двома.</translation>
    </message>
    <message>
        <source>The points are kept with “{title}”.</source>
        <translation>Точки збережено в «{title}».</translation>
    </message>
    <message>
        <source>The points were not saved; the board says why.</source>
        <translation>Точки не збережено; причину вказано на дошці.</translation>
    </message>
    <message>
        <source>Which one is kept?</source>
        <translation>Яке залишити?</translation>
    </message>
    <message numerus="yes">
        <source>{n} source is one now; all that named the others names it, and their names are aliases. Undo brings them back.</source>
        <translation>
            <numerusform>Об’єднано {n} джерело в одне; усе, що називало інші, називає його, а їхні назви стали його іншими назвами. Скасування поверне їх.</numerusform>
            <numerusform>Об’єднано {n} джерела в одне; усе, що називало інші, називає його, а їхні назви стали його іншими назвами. Скасування поверне їх.</numerusform>
            <numerusform>Об’єднано {n} джерел в одне; усе, що називало інші, називає його, а їхні назви стали його іншими назвами. Скасування поверне їх.</numerusform>
        </translation>
    </message>
    <message>
        <source>of the others goes: {fields}</source>
        <translation>з інших зникне: {fields}</translation>
    </message>
    <message>
        <source>{alarm} the check</source>
        <translation>{alarm}</translation>
    </message>
    <message>
        <source>Compare two files</source>
        <translation>Порівняти два файли</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>Як порівнювати</translation>
    </message>
    <message>
        <source>Set points</source>
        <translation>Ставити точки</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>Вилучити точку</translation>
    </message>
    <message>
        <source>Take the chosen pair of points away (Del)</source>
        <translation>Вилучити вибрану пару точок (Del)</translation>
    </message>
    <message>
        <source>Save as finding</source>
        <translation>Зберегти як результат</translation>
    </message>
    <message>
        <source>Keep the points with the item that compares these files</source>
        <translation>Зберегти точки з елементом, який порівнює ці файли</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} і {other}</translation>
    </message>
    <message>
        <source>{kind}, from {n} pairs: as many as are needed, so nothing checks them.</source>
        <translation>{kind}, кількість пар: {n} – рівно стільки, скільки потрібно, тож перевірити їх нічим.</translation>
    </message>
    <message>
        <source>First file</source>
        <translation>Перший файл</translation>
    </message>
    <message>
        <source>Second file</source>
        <translation>Другий файл</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Поруч</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Шторка</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Блимання</translation>
    </message>
    <message>
        <source>Not decoded yet</source>
        <translation>Ще не декодовано</translation>
    </message>
    <message>
        <source>How the picture is shown</source>
        <translation>Як показано зображення</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Тони</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Яскравість</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Гамма</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Розтягнути</translation>
    </message>
    <message>
        <source>Show the darkest as black and the brightest as white</source>
        <translation>Показати найтемніше чорним, а найсвітліше білим</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>Показати зображення як є</translation>
    </message>
    <message>
        <source>Only what is shown changes, never the file.</source>
        <translation>Змінюється лише показ, а файл – ніколи.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Виміряти</translation>
    </message>
    <message>
        <source> m</source>
        <translation> м</translation>
    </message>
    <message>
        <source>Length of the line, in metres</source>
        <translation>Довжина лінії в метрах</translation>
    </message>
    <message>
        <source>How long what the line lies on is known to be</source>
        <translation>Відома довжина того, на чому лежить лінія</translation>
    </message>
    <message>
        <source>Reckon with this length of the line from now on</source>
        <translation>Відтепер рахувати за цією довжиною лінії</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>Прибрати лінію</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координати</translation>
    </message>
    <message>
        <source>How coordinates are written</source>
        <translation>Як записувати координати</translation>
    </message>
    <message>
        <source>Click along what is to be measured.</source>
        <translation>Клацайте вздовж того, що треба виміряти.</translation>
    </message>
    <message>
        <source>Nothing says where on the earth this picture lies.</source>
        <translation>Ніщо не вказує, де на землі лежить це зображення.</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Усі канали</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Червоний</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелений</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синій</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Непрозорість</translation>
    </message>
    <message>
        <source>The file before</source>
        <translation>Попередній файл</translation>
    </message>
    <message>
        <source>The next file</source>
        <translation>Наступний файл</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Сторінка</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>Піксель у піксель</translation>
    </message>
    <message>
        <source>All of the picture</source>
        <translation>Усе зображення</translation>
    </message>
    <message>
        <source>Turn the view by 90°</source>
        <translation>Повернути огляд на 90°</translation>
    </message>
    <message>
        <source>Angle of the view</source>
        <translation>Кут огляду</translation>
    </message>
    <message>
        <source>Angle of the view, clockwise</source>
        <translation>Кут огляду, за годинниковою стрілкою</translation>
    </message>
    <message>
        <source>Tones and measures</source>
        <translation>Тони й виміри</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Декодування</translation>
    </message>
    <message>
        <source>{what} ({key})</source>
        <translation>{what} ({key})</translation>
    </message>
    <message>
        <source>Its bytes are in the case already, but were damaged there; these took their place.</source>
        <translation>Його байти вже є у справі, але там їх було пошкоджено; ці стали на їхнє місце.</translation>
    </message>
    <message>
        <source>The words of artifact {name}… are there, though it was expunged.</source>
        <translation>Слова артефакту {name}… є у справі, хоча його вилучено назавжди.</translation>
    </message>
    <message>
        <source>These go for good, and nothing brings them back: the bytes of the file, every small picture made of them, the words that the search knows from it, and what the file says of itself (time, place, device), also from the journal; and the bytes and words from the backups that this program keeps.</source>
        <translation>Назавжди й без вороття зникне таке: байти файла, усі зроблені з них зменшені зображення, слова, які пошук знає з нього, і те, що файл говорить про себе (час, місце, пристрій), також із журналу; а ще байти й слова з резервних копій, які зберігає ця програма.</translation>
    </message>
    <message numerus="yes">
        <source>{n} damaged file has its original bytes again.</source>
        <translation>
            <numerusform>{n} пошкоджений файл знову має свої початкові байти.</numerusform>
            <numerusform>{n} пошкоджені файли знову мають свої початкові байти.</numerusform>
            <numerusform>{n} пошкоджених файлів знову мають свої початкові байти.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them now</source>
        <translation>Прочитати зараз</translation>
    </message>
    <message>
        <source>Reading files: {done} of {whole}</source>
        <translation>Читання файлів: {done} з {whole}</translation>
    </message>
    <message numerus="yes">
        <source>The words of {n} file are not read yet: it is found by its name only.</source>
        <translation>
            <numerusform>Слова {n} файла ще не прочитано: його можна знайти лише за назвою.</numerusform>
            <numerusform>Слова {n} файлів ще не прочитано: їх можна знайти лише за назвою.</numerusform>
            <numerusform>Слова {n} файлів ще не прочитано: їх можна знайти лише за назвою.</numerusform>
        </translation>
    </message>
    <message>
        <source>See page {n}</source>
        <translation>Показати сторінку {n}</translation>
    </message>
    <message>
        <source>See it at full size</source>
        <translation>Показати в повному розмірі</translation>
    </message>
    <message>
        <source>used by {titles}</source>
        <translation>використано в: {titles}</translation>
    </message>
    <message numerus="yes">
        <source>Page {page} and {n} more</source>
        <translation>
            <numerusform>Сторінка {page} і ще {n}</numerusform>
            <numerusform>Сторінка {page} і ще {n}</numerusform>
            <numerusform>Сторінка {page} і ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>no item uses it</source>
        <translation>не використано в жодному елементі</translation>
    </message>
    <message numerus="yes">
        <source>used by {n} item</source>
        <translation>
            <numerusform>використано в {n} елементі</numerusform>
            <numerusform>використано в {n} елементах</numerusform>
            <numerusform>використано в {n} елементах</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Сторінка {n}</translation>
    </message>
    <message>
        <source>“{name}” is shown as its still, as both have the same name.</source>
        <translation>Як кадр цього відео показано «{name}»: назви в обох однакові.</translation>
    </message>
    <message>
        <source>It is with “{name}”, as its still: both have the same name.</source>
        <translation>Додано до «{name}» як кадр: назви в обох однакові.</translation>
    </message>
    <message>
        <source>It is among the files of this item already.</source>
        <translation>Він уже є серед файлів цього елемента.</translation>
    </message>
    <message numerus="yes">
        <source>{n} protected source came along without its name.</source>
        <translation>
            <numerusform>{n} захищене джерело перенесено без імені.</numerusform>
            <numerusform>{n} захищені джерела перенесено без імен.</numerusform>
            <numerusform>{n} захищених джерел перенесено без імен.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details of the capture</source>
        <translation>Відомості про збереження копії</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Region: {name}</source>
        <translation>Ділянка: {name}</translation>
    </message>
    <message>
        <source>Press to see it at full size</source>
        <translation>Натисніть, щоб побачити в повному розмірі</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>Без ділянки</translation>
    </message>
    <message>
        <source>Regions of the files</source>
        <translation>Ділянки файлів</translation>
    </message>
    <message>
        <source>Mark a new region…</source>
        <translation>Позначити нову ділянку…</translation>
    </message>
    <message>
        <source>All of {name}</source>
        <translation>Увесь файл {name}</translation>
    </message>
    <message>
        <source>{name}, page {n}</source>
        <translation>{name}, сторінка {n}</translation>
    </message>
    <message>
        <source>Choose none of them</source>
        <translation>Не вибирати жодного з варіантів</translation>
    </message>
    <message>
        <source>{pixels}, {size}. {shows}</source>
        <translation>{pixels}, {size}. {shows}</translation>
    </message>
    <message>
        <source>Take this size</source>
        <translation>Узяти цей розмір</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Порівняти…</translation>
    </message>
    <message>
        <source>See it beside the region of what was found</source>
        <translation>Показати поруч із ділянкою знайденого</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Choose a region…</source>
        <translation>Вибрати ділянку…</translation>
    </message>
    <message>
        <source>no ground sample distance, so no size</source>
        <translation>роздільності на місцевості немає, тож немає й розміру</translation>
    </message>
    <message>
        <source>The next region that you mark on a file of this item is taken here.</source>
        <translation>Сюди потрапить наступна ділянка, яку ви позначите на файлі цього елемента.</translation>
    </message>
    <message>
        <source>Add a photo to this item first, under Files.</source>
        <translation>Спершу додайте до цього елемента фото в розділі «Файли».</translation>
    </message>
    <message>
        <source>No component has a region of a photo yet</source>
        <translation>Жоден компонент ще не має ділянки фото</translation>
    </message>
    <message>
        <source>Open as a table…</source>
        <translation>Відкрити як таблицю…</translation>
    </message>
    <message>
        <source>Without a unit: mm, cm or m?</source>
        <translation>Без одиниці: мм, см чи м?</translation>
    </message>
    <message>
        <source>Add “{sentence}”</source>
        <translation>Додати «{sentence}»</translation>
    </message>
    <message>
        <source>See the mark</source>
        <translation>Показати позначку</translation>
    </message>
    <message>
        <source>From “{mark}” on {file}</source>
        <translation>Від «{mark}» на файлі {file}</translation>
    </message>
    <message>
        <source>To “{mark}” on {file}</source>
        <translation>До «{mark}» на файлі {file}</translation>
    </message>
    <message>
        <source>See the mark: {where}</source>
        <translation>Показати позначку: {where}</translation>
    </message>
    <message numerus="yes">
        <source>{n} mark</source>
        <translation>
            <numerusform>{n} позначка</numerusform>
            <numerusform>{n} позначки</numerusform>
            <numerusform>{n} позначок</numerusform>
        </translation>
    </message>
    <message>
        <source>See the file at full size, with what is marked on it</source>
        <translation>Показати файл у повному розмірі разом із позначками на ньому</translation>
    </message>
    <message>
        <source>{marks} on {name}</source>
        <translation>{marks} на файлі {name}</translation>
    </message>
    <message>
        <source>How it was captured…</source>
        <translation>Як збережено копію…</translation>
    </message>
    <message>
        <source>Address, archived copy, when, with what and how</source>
        <translation>Адреса, архівна копія, коли, чим і як</translation>
    </message>
    <message>
        <source>Add a still…</source>
        <translation>Додати кадр…</translation>
    </message>
    <message>
        <source>excluded?</source>
        <translation>виключено?</translation>
    </message>
    <message>
        <source>{table} of “{item}”</source>
        <translation>{table}: «{item}»</translation>
    </message>
    <message>
        <source>{field}, row {n}</source>
        <translation>{field}, рядок {n}</translation>
    </message>
    <message>
        <source>The item was deleted meanwhile, so nothing was taken in.</source>
        <translation>Елемент тим часом видалено, тож нічого не додано.</translation>
    </message>
    <message>
        <source>A document was made of the address; nothing was fetched.</source>
        <translation>З адреси створено документ; нічого не завантажено.</translation>
    </message>
    <message>
        <source>Add details</source>
        <translation>Додати подробиці</translation>
    </message>
    <message>
        <source>The mark was deleted. Undo brings it back.</source>
        <translation>Позначку видалено. Скасування поверне її.</translation>
    </message>
    <message numerus="yes">
        <source>The mark was deleted, and {n} link points at the whole item again. Undo brings both back.</source>
        <translation>
            <numerusform>Позначку видалено, і {n} зв’язок знову вказує на весь елемент. Скасування поверне все це.</numerusform>
            <numerusform>Позначку видалено, і {n} зв’язки знову вказують на весь елемент. Скасування поверне все це.</numerusform>
            <numerusform>Позначку видалено, і {n} зв’язків знову вказують на весь елемент. Скасування поверне все це.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing else in this case that a link could lead to.</source>
        <translation>У цій справі немає нічого іншого, до чого міг би вести зв’язок.</translation>
    </message>
    <message>
        <source>Link to which item?</source>
        <translation>З яким елементом пов’язати?</translation>
    </message>
    <message>
        <source>The link starts at this mark now. Undo takes it back.</source>
        <translation>Тепер зв’язок починається від цієї позначки. Скасування прибере його.</translation>
    </message>
    <message>
        <source>Select one document, statement or media item to say how it was captured.</source>
        <translation>Виберіть один документ, заяву або медіа, щоб зазначити, як збережено копію.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Скасування дії…</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>Повторення дії…</translation>
    </message>
    <message>
        <source>This was cancelled, and nothing has changed.</source>
        <translation>Виконання перервано, нічого не змінилося.</translation>
    </message>
    <message>
        <source>One of the two regions is gone, so they cannot be compared.</source>
        <translation>Однієї з двох ділянок уже немає, тож порівняти їх неможливо.</translation>
    </message>
    <message>
        <source>conclusion {word}</source>
        <translation>висновок: {word}</translation>
    </message>
    <message>
        <source>from the mark “{mark}”</source>
        <translation>від позначки «{mark}»</translation>
    </message>
    <message>
        <source>to the mark “{mark}”</source>
        <translation>до позначки «{mark}»</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Позначки</translation>
    </message>
    <message numerus="yes">
        <source>Let go to attach the file to “{title}”; with Shift it becomes a card</source>
        <translation>
            <numerusform>Відпустіть, щоб додати {n} файл до «{title}»; із Shift він стане карткою</numerusform>
            <numerusform>Відпустіть, щоб додати {n} файли до «{title}»; із Shift вони стануть картками</numerusform>
            <numerusform>Відпустіть, щоб додати {n} файлів до «{title}»; із Shift вони стануть картками</numerusform>
        </translation>
    </message>
    <message>
        <source>{interest} (from the source)</source>
        <translation>{interest} (за джерелом)</translation>
    </message>
    <message>
        <source>{interest} (from the sources)</source>
        <translation>{interest} (за джерелами)</translation>
    </message>
    <message>
        <source>New source “{name}”</source>
        <translation>Нове джерело «{name}»</translation>
    </message>
    <message>
        <source>clock of the camera</source>
        <translation>годинник камери</translation>
    </message>
    <message>
        <source>clock of the GPS</source>
        <translation>годинник GPS</translation>
    </message>
    <message>
        <source>Computed for {moment} UTC, to the minute, over {place}.</source>
        <translation>Обчислено для {moment} UTC, з точністю до хвилини, над {place}.</translation>
    </message>
    <message>
        <source>joint</source>
        <comment>statement</comment>
        <translation>спільна</translation>
    </message>
    <message numerus="yes">
        <source>The file is attached to “{title}”.</source>
        <translation>
            <numerusform>{n} файл додано до «{title}».</numerusform>
            <numerusform>{n} файли додано до «{title}».</numerusform>
            <numerusform>{n} файлів додано до «{title}».</numerusform>
        </translation>
    </message>
    <message>
        <source>Convert to</source>
        <translation>Зробити таким</translation>
    </message>
    <message>
        <source>{field}: what was typed is taken back. Undo brings it back.</source>
        <translation>{field}: набране скасовано. «Скасувати» поверне його.</translation>
    </message>
    <message>
        <source>Convert to another kind…</source>
        <translation>Зробити іншим видом…</translation>
    </message>
    <message>
        <source>What it holds stays, and its files, links and cards with it</source>
        <translation>Усе, що в ньому є, залишиться, і його файли, зв’язки та картки також</translation>
    </message>
    <message>
        <source>Blind: I have not seen the other grades</source>
        <translation>Наосліп: я не бачив(-ла) інших оцінок</translation>
    </message>
    <message>
        <source>I have not seen the other grades</source>
        <translation>Я не бачив(-ла) інших оцінок</translation>
    </message>
    <message>
        <source>Then the record says of this grade, in your name, that it is blind</source>
        <translation>Тоді в записі від вашого імені буде сказано, що цю оцінку дано наосліп</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показати їх</translation>
    </message>
    <message>
        <source>Show the grades of others; this one is not blind then</source>
        <translation>Показати оцінки інших; тоді ця вже не наосліп</translation>
    </message>
    <message>
        <source>Others have graded this; what they gave is hidden until yours is stored. It may have been on the screen before: tick the box only if you have not seen it.</source>
        <translation>Інші вже дали оцінку; її приховано, доки не збережено вашу. Вона могла бути на екрані раніше: поставте позначку, лише якщо ви її не бачили.</translation>
    </message>
    <message>
        <source>Finds titles, texts, sources, links, the elements of claims, what is written on marks, and the words in PDFs, texts and saved pages. The beginning of a word is enough.</source>
        <translation>Шукає назви, тексти, джерела, зв’язки, складові тверджень, написи на позначках і слова в PDF, текстах та збережених сторінках. Досить початку слова.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Як було</translation>
    </message>
    <message>
        <source>Select a card to read what was known of it then.</source>
        <translation>Виберіть картку, щоб прочитати, що тоді було про неї відомо.</translation>
    </message>
    <message>
        <source>{sort} as it was</source>
        <translation>{sort}: як було</translation>
    </message>
    <message>
        <source>What belonged to it</source>
        <translation>Що до цього належало</translation>
    </message>
    <message>
        <source>Bring back the selected</source>
        <translation>Повернути вибране</translation>
    </message>
    <message>
        <source>as of journal #{number}</source>
        <translation>станом на запис №{number}</translation>
    </message>
    <message>
        <source>Show marks on the picture</source>
        <translation>Показувати позначки на зображенні</translation>
    </message>
    <message>
        <source>One region lies on the other. {more}</source>
        <translation>Одну ділянку накладено на іншу. {more}</translation>
    </message>
    <message>
        <source>Marks on this file</source>
        <translation>Позначки на цьому файлі</translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation>Редагувати текст</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>Копіювати текст</translation>
    </message>
    <message>
        <source>Link from this mark…</source>
        <translation>Зв’язок від цієї позначки…</translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation>Видалити позначку</translation>
    </message>
    <message>
        <source>Nothing is marked on this file. Take up a tool in the bar above and draw on the picture; the file itself stays as it is.</source>
        <translation>На цьому файлі нічого не позначено. Візьміть інструмент на панелі вгорі й малюйте на зображенні; сам файл не зміниться.</translation>
    </message>
    <message>
        <source>The original keeps every pixel. What is blurred is blurred here, on cards and in pictures of the board.</source>
        <translation>В оригіналі збережено кожен піксель. Розмите є розмитим тут, на картках і на зображеннях дошки.</translation>
    </message>
    <message>
        <source>page {n}</source>
        <translation>сторінка {n}</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>Без тексту</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Без кольору</translation>
    </message>
    <message>
        <source>Choose marks</source>
        <translation>Вибрати позначки</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>Click the spot; Esc leaves</source>
        <translation>Клацніть потрібне місце; Esc – вийти</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Стрілка</translation>
    </message>
    <message>
        <source>Drag from the tail to what it points at; Esc leaves</source>
        <translation>Перетягніть від початку стрілки до того, на що вона вказує; Esc – вийти</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Прямокутник</translation>
    </message>
    <message>
        <source>Drag from corner to corner; Esc leaves</source>
        <translation>Перетягніть від кута до кута; Esc – вийти</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Багатокутник</translation>
    </message>
    <message>
        <source>Click corner by corner; Return or a double click closes, Backspace takes the last back, Esc gives up</source>
        <translation>Клацайте вершину за вершиною; Enter або подвійне клацання – замкнути, Backspace – прибрати останню, Esc – відмовитися</translation>
    </message>
    <message>
        <source>Text on the picture</source>
        <translation>Текст на зображенні</translation>
    </message>
    <message>
        <source>Click where it is to stand</source>
        <translation>Клацніть там, де він має стояти</translation>
    </message>
    <message>
        <source>Blurred region</source>
        <translation>Розмита ділянка</translation>
    </message>
    <message>
        <source>Drag over what is not to be shown; the original keeps every pixel</source>
        <translation>Обведіть перетягуванням те, чого не слід показувати; в оригіналі збережено кожен піксель</translation>
    </message>
    <message>
        <source>What to draw on the picture</source>
        <translation>Що малювати на зображенні</translation>
    </message>
    <message>
        <source>Words of the mark</source>
        <translation>Текст позначки</translation>
    </message>
    <message>
        <source>Return takes it, Shift+Return begins another line, Esc leaves it</source>
        <translation>Enter – прийняти, Shift+Enter – новий рядок, Esc – вийти без змін</translation>
    </message>
    <message>
        <source>A mark of a newer version</source>
        <translation>Позначка новішої версії</translation>
    </message>
    <message>
        <source>Mark: {name}, {form}</source>
        <translation>Позначка: {name}, {form}</translation>
    </message>
    <message>
        <source>What is seen there</source>
        <translation>Що там видно</translation>
    </message>
    <message>
        <source>What is seen there, if it needs words</source>
        <translation>Що там видно, якщо потрібні слова</translation>
    </message>
    <message>
        <source>{name} ({n} of {count})</source>
        <translation>{name} ({n} з {count})</translation>
    </message>
    <message>
        <source>Scale: {length} a pixel, {basis}</source>
        <translation>Масштаб: {length} на піксель, {basis}</translation>
    </message>
    <message>
        <source>from a line of {length}</source>
        <translation>за лінією завдовжки {length}</translation>
    </message>
    <message>
        <source> of {n}</source>
        <translation> з {n}</translation>
    </message>
    <message>
        <source>as the item says</source>
        <translation>за даними елемента</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://, names a host, and holds no spaces.</source>
        <translation>Адреса починається з http:// або https://, називає хост і не містить пробілів.</translation>
    </message>
    <message numerus="yes">
        <source>It has {n} file. More can be added.</source>
        <translation>
            <numerusform>Тут уже {n} файл. Можна додати ще.</numerusform>
            <numerusform>Тут уже {n} файли. Можна додати ще.</numerusform>
            <numerusform>Тут уже {n} файлів. Можна додати ще.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the first {n} characters of its SHA-256, so that no other file goes.</source>
        <translation>Введіть перші {n} символів його SHA-256, щоб не пішов інший файл.</translation>
    </message>
    <message>
        <source>a file that left the case</source>
        <translation>файл, що пішов зі справи</translation>
    </message>
    <message>
        <source>Place here</source>
        <translation>Розмістити тут</translation>
    </message>
    <message>
        <source>used by no item</source>
        <translation>не використано в жодному елементі</translation>
    </message>
    <message>
        <source>Told otherwise: {interest}. The card shows both.</source>
        <translation>Сказано інакше: {interest}. На картці видно обидва.</translation>
    </message>
    <message>
        <source>The file of this mark was expunged.</source>
        <translation>Файл цієї позначки вилучено назавжди.</translation>
    </message>
    <message>
        <source>Compare their pictures…</source>
        <translation>Порівняти їхні зображення…</translation>
    </message>
    <message>
        <source>Neither is derived from the other: {other}</source>
        <translation>Жоден не запозичено з іншого: {other}</translation>
    </message>
    <message>
        <source>Perhaps derived</source>
        <translation>Можливо, запозичено</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>раніше</translation>
    </message>
    <message>
        <source>later</source>
        <translation>пізніше</translation>
    </message>
    <message>
        <source>This item is derived from “{other}”</source>
        <translation>Цей елемент запозичено з «{other}»</translation>
    </message>
    <message>
        <source>A table of texts, for spreadsheets.</source>
        <translation>Таблиця текстів для електронних таблиць.</translation>
    </message>
    <message>
        <source>Export: {view}</source>
        <translation>Експорт: {view}</translation>
    </message>
    <message>
        <source>There is nothing to draw in this view.</source>
        <translation>У цьому вигляді нема чого малювати.</translation>
    </message>
    <message>
        <source>“{other}” is derived from this item</source>
        <translation>«{other}» запозичено з цього елемента</translation>
    </message>
    <message numerus="yes">
        <source>{n} mark is left, whose file was expunged: {names}</source>
        <translation>
            <numerusform>Залишилася {n} позначка, файл якої вилучено назавжди: {names}</numerusform>
            <numerusform>Залишилися {n} позначки, файл яких вилучено назавжди: {names}</numerusform>
            <numerusform>Залишилося {n} позначок, файл яких вилучено назавжди: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of this in the journal</source>
        <translation>Показати все це в журналі</translation>
    </message>
    <message>
        <source>All entries about this, in the journal</source>
        <translation>Усі записи про це, у журналі</translation>
    </message>
    <message>
        <source>Independence</source>
        <translation>Незалежність</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>Показати на дошці</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Що свідчить за</translation>
    </message>
    <message>
        <source>What speaks against it</source>
        <translation>Що свідчить проти</translation>
    </message>
    <message numerus="yes">
        <source>{n} mention</source>
        <translation>
            <numerusform>{n} згадка</numerusform>
            <numerusform>{n} згадки</numerusform>
            <numerusform>{n} згадок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of {n} origin</source>
        <translation>
            <numerusform>із {n} походження</numerusform>
            <numerusform>із {n} походжень</numerusform>
            <numerusform>із {n} походжень</numerusform>
        </translation>
    </message>
    <message>
        <source>{mentions} {origins}</source>
        <translation>{mentions} {origins}</translation>
    </message>
    <message numerus="yes">
        <source>{n} independent line speaks against it: {told}.</source>
        <translation>
            <numerusform>{n} незалежна лінія свідчить проти: {told}.</numerusform>
            <numerusform>{n} незалежні лінії свідчать проти: {told}.</numerusform>
            <numerusform>{n} незалежних ліній свідчать проти: {told}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{items}: {reason}</source>
        <translation>{items}: {reason}</translation>
    </message>
    <message>
        <source>{low}–{high} independent lines speak against it: {told}.</source>
        <translation>{low}–{high} незалежних ліній свідчать проти: {told}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} independent line speaks for it: {told}.</source>
        <translation>
            <numerusform>{n} незалежна лінія свідчить за: {told}.</numerusform>
            <numerusform>{n} незалежні лінії свідчать за: {told}.</numerusform>
            <numerusform>{n} незалежних ліній свідчать за: {told}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number}: {item}</source>
        <translation>Лінія {number}: {item}</translation>
    </message>
    <message>
        <source>then {item}</source>
        <translation>далі {item}</translation>
    </message>
    <message>
        <source>One origin: {items}</source>
        <translation>Одне походження: {items}</translation>
    </message>
    <message>
        <source>let one line through together</source>
        <translation>разом пропускають одну лінію</translation>
    </message>
    <message>
        <source>{items} rest on one another.</source>
        <translation>{items} спираються одне на одного.</translation>
    </message>
    <message>
        <source>{low}–{high} independent lines speak for it: {told}.</source>
        <translation>{low}–{high} незалежних ліній свідчать за: {told}.</translation>
    </message>
    <message>
        <source>Of unknown origin: {items}</source>
        <translation>Невідомого походження: {items}</translation>
    </message>
    <message>
        <source>Of contested origin: {items}</source>
        <translation>Спірного походження: {items}</translation>
    </message>
    <message>
        <source>origin contested</source>
        <translation>походження спірне</translation>
    </message>
    <message>
        <source>origin unknown</source>
        <translation>походження невідоме</translation>
    </message>
    <message>
        <source>origin group “{name}”</source>
        <translation>група походження «{name}»</translation>
    </message>
    <message>
        <source>one joint text</source>
        <translation>один спільний текст</translation>
    </message>
    <message>
        <source>one scene: {name}</source>
        <translation>одна сцена: {name}</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>той самий предмет</translation>
    </message>
    <message>
        <source>one and the same</source>
        <translation>одне й те саме</translation>
    </message>
    <message>
        <source>they rest on one another</source>
        <translation>спираються одне на одного</translation>
    </message>
    <message>
        <source>All lines pass through:</source>
        <translation>Усі лінії проходять через:</translation>
    </message>
    <message>
        <source>Perhaps the same object: {items}</source>
        <translation>Можливо, той самий предмет: {items}</translation>
    </message>
    <message>
        <source>Perhaps one and the same: {items}</source>
        <translation>Можливо, одне й те саме: {items}</translation>
    </message>
    <message>
        <source>one source: {name}</source>
        <translation>одне джерело: {name}</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>одне джерело</translation>
    </message>
    <message>
        <source>one owner: {name}</source>
        <translation>один власник: {name}</translation>
    </message>
    <message>
        <source>one owner</source>
        <translation>один власник</translation>
    </message>
    <message>
        <source>circular reporting</source>
        <translation>повідомлення по колу</translation>
    </message>
    <message>
        <source>Origin group: {items}</source>
        <translation>Група походження: {items}</translation>
    </message>
    <message>
        <source>Origin group…</source>
        <translation>Група походження…</translation>
    </message>
    <message>
        <source>These are one origin…</source>
        <translation>Це одне походження…</translation>
    </message>
    <message>
        <source>Take out of its origin group</source>
        <translation>Вилучити з групи походження</translation>
    </message>
    <message>
        <source>Not one origin</source>
        <translation>Не одне походження</translation>
    </message>
    <message numerus="yes">
        <source>{n} other item of the case is in this group.</source>
        <translation>
            <numerusform>У цій групі є ще {n} елемент справи.</numerusform>
            <numerusform>У цій групі є ще {n} елементи справи.</numerusform>
            <numerusform>У цій групі є ще {n} елементів справи.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is ticked counts as one origin, whatever else is known of it.</source>
        <translation>Позначене рахується як одне походження, хоч би що ще було про нього відомо.</translation>
    </message>
    <message>
        <source>Name of what they share</source>
        <translation>Назва спільного</translation>
    </message>
    <message>
        <source>Name of the origin group</source>
        <translation>Назва групи походження</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Give the group a name.</source>
        <translation>Дайте групі назву.</translation>
    </message>
    <message>
        <source>Tick at least one item.</source>
        <translation>Позначте принаймні один елемент.</translation>
    </message>
    <message numerus="yes">
        <source>Sorting {n} file…</source>
        <translation>
            <numerusform>Упорядковується {n} файл…</numerusform>
            <numerusform>Упорядковуються {n} файли…</numerusform>
            <numerusform>Упорядковується {n} файлів…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Storing {n} file…</source>
        <translation>
            <numerusform>Зберігається {n} файл…</numerusform>
            <numerusform>Зберігаються {n} файли…</numerusform>
            <numerusform>Зберігається {n} файлів…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noting {n} file in the journal…</source>
        <translation>
            <numerusform>До журналу заноситься {n} файл…</numerusform>
            <numerusform>До журналу заносяться {n} файли…</numerusform>
            <numerusform>До журналу заноситься {n} файлів…</numerusform>
        </translation>
    </message>
    <message>
        <source>Outline, search, filter, sources, journal and weak points</source>
        <translation>Структура, пошук, фільтр, джерела, журнал і слабкі місця</translation>
    </message>
    <message>
        <source>Independent lines</source>
        <translation>Незалежні лінії</translation>
    </message>
    <message>
        <source>Show no lines any more</source>
        <translation>Більше не показувати ліній</translation>
    </message>
    <message>
        <source>Show no lines any more (Esc)</source>
        <translation>Більше не показувати ліній (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>{n} more line</source>
        <translation>
            <numerusform>ще {n} лінія</numerusform>
            <numerusform>ще {n} лінії</numerusform>
            <numerusform>ще {n} ліній</numerusform>
        </translation>
    </message>
    <message>
        <source>Choke point: more than one mention stands on it</source>
        <translation>Вузьке місце: на ньому тримається більш ніж одна згадка</translation>
    </message>
    <message>
        <source>Its origin is unknown or contested</source>
        <translation>Походження невідоме або спірне</translation>
    </message>
    <message>
        <source>Circular: these rest on one another</source>
        <translation>По колу: вони спираються одне на одне</translation>
    </message>
    <message>
        <source>Line {number}: {way}</source>
        <translation>Лінія {number}: {way}</translation>
    </message>
    <message numerus="yes">
        <source>{items}, {n} grading</source>
        <translation>
            <numerusform>{items}, {n} оцінка</numerusform>
            <numerusform>{items}, {n} оцінки</numerusform>
            <numerusform>{items}, {n} оцінок</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Відкласти…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запитати знову</translation>
    </message>
    <message>
        <source>Why? Enter sets it aside</source>
        <translation>Чому? Enter відкладає</translation>
    </message>
    <message>
        <source>Reason for setting it aside</source>
        <translation>Чому це відкладено</translation>
    </message>
    <message>
        <source>No name given</source>
        <translation>Імені не вказано</translation>
    </message>
    <message>
        <source>{who}, {time}: {reason}</source>
        <translation>{who}, {time}: {reason}</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>Перейти: {name}</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Відкладено</translation>
    </message>
    <message numerus="yes">
        <source>{met} of {n} weak point</source>
        <translation>
            <numerusform>{met} з {n} слабкого місця</numerusform>
            <numerusform>{met} з {n} слабких місць</numerusform>
            <numerusform>{met} з {n} слабких місць</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weak point</source>
        <translation>
            <numerusform>{n} слабке місце</numerusform>
            <numerusform>{n} слабкі місця</numerusform>
            <numerusform>{n} слабких місць</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more</source>
        <translation>
            <numerusform>Показати ще {n}</numerusform>
            <numerusform>Показати ще {n}</numerusform>
            <numerusform>Показати ще {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>відкладено</translation>
    </message>
    <message>
        <source>part of a claim</source>
        <translation>частина твердження</translation>
    </message>
    <message>
        <source>open</source>
        <translation>відкрито</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>згорнуто</translation>
    </message>
    <message>
        <source>Show only weak points of what is selected and of its links</source>
        <translation>Показувати лише слабкі місця вибраного і його зв’язків</translation>
    </message>
    <message>
        <source>Words of a weak point</source>
        <translation>Слова слабкого місця</translation>
    </message>
    <message>
        <source>Find a weak point</source>
        <translation>Знайти слабке місце</translation>
    </message>
    <message>
        <source>Only weak points of what is selected</source>
        <translation>Лише слабкі місця вибраного</translation>
    </message>
    <message>
        <source>Looking for weak points…</source>
        <translation>Пошук слабких місць…</translation>
    </message>
    <message>
        <source>No such weak point</source>
        <translation>Такого слабкого місця немає</translation>
    </message>
    <message>
        <source>Nothing that is weak here fits.</source>
        <translation>Серед слабких місць немає такого, про що ви питаєте.</translation>
    </message>
    <message>
        <source>Nothing to ask.</source>
        <translation>Питань немає.</translation>
    </message>
    <message>
        <source>What a careful editor would ask of this case is listed here.</source>
        <translation>Тут буде перелік того, про що спитав би в цій справі уважний редактор.</translation>
    </message>
    <message>
        <source>Weak points, the gravest first</source>
        <translation>Слабкі місця, найсерйозніші перші</translation>
    </message>
    <message>
        <source>Bring a view up first: the timeline, the map or a table.</source>
        <translation>Спершу відкрийте вигляд: часову шкалу, карту чи таблицю.</translation>
    </message>
    <message>
        <source>Matched points are kept by satellite images, media and debris analyses, and neither item is one.</source>
        <translation>Співставлені точки зберігають супутникові знімки, медіа й аналізи уламків, а жоден з елементів таким не є.</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year}</source>
        <translation>{weekday}, {day} {month} {year}</translation>
    </message>
    <message>
        <source>Independent lines for “{title}”: {number} · {mentions} · {origins}</source>
        <translation>Незалежні лінії за «{title}»: {number} · {mentions} · {origins}</translation>
    </message>
    <message>
        <source>Independent lines against “{title}”: {number} · {mentions} · {origins}</source>
        <translation>Незалежні лінії проти «{title}»: {number} · {mentions} · {origins}</translation>
    </message>
    <message numerus="yes">
        <source>{n} origin</source>
        <translation>
            <numerusform>{n} походження</numerusform>
            <numerusform>{n} походження</numerusform>
            <numerusform>{n} походжень</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing speaks for or against this claim yet.</source>
        <translation>Ніщо ще не свідчить за це твердження чи проти нього.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item is not on this board</source>
        <translation>
            <numerusform>{n} елемента немає на цій дошці</numerusform>
            <numerusform>{n} елементів немає на цій дошці</numerusform>
            <numerusform>{n} елементів немає на цій дошці</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} item is hidden here</source>
        <translation>
            <numerusform>{n} елемент тут приховано</numerusform>
            <numerusform>{n} елементи тут приховано</numerusform>
            <numerusform>{n} елементів тут приховано</numerusform>
        </translation>
    </message>
    <message>
        <source>Select one claim to see its independent lines.</source>
        <translation>Виберіть одне твердження, щоб побачити його незалежні лінії.</translation>
    </message>
    <message>
        <source>Map data: {names}</source>
        <translation>Дані карти: {names}</translation>
    </message>
    <message>
        <source>Turn on “Set points” to lay one picture on the other by points that show the same.</source>
        <translation>Увімкніть «Ставити точки», щоб накласти одне зображення на інше за точками, які показують те саме.</translation>
    </message>
    <message>
        <source>Click the same spot in both pictures, at least {n} times.</source>
        <translation>Клацніть те саме місце на обох зображеннях щонайменше {n} рази.</translation>
    </message>
    <message>
        <source>Both are the same file, so there is nothing to find.</source>
        <translation>Це той самий файл, тож порівнювати нічого.</translation>
    </message>
    <message numerus="yes">
        <source>Set one more pair of points first.</source>
        <translation>
            <numerusform>Спершу поставте ще {n} пару точок.</numerusform>
            <numerusform>Спершу поставте ще {n} пари точок.</numerusform>
            <numerusform>Спершу поставте ще {n} пар точок.</numerusform>
        </translation>
    </message>
    <message>
        <source>{kind}, from {n} pairs: {error} px apart (root mean square).</source>
        <translation>{kind}, за {n} парами: розбіжність {error} px (середньоквадратична).</translation>
    </message>
    <message>
        <source>The worst is point {number}, {off} px off.</source>
        <translation>Найгірша точка – {number}, відхилення {off} px.</translation>
    </message>
    <message>
        <source>How one picture is laid on the other</source>
        <translation>Як одне зображення накладається на інше</translation>
    </message>
    <message>
        <source>{way} (from {n} points)</source>
        <translation>{way} (від {n} точок)</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>how one picture is laid on another</comment>
        <translation>Накладання</translation>
    </message>
    <message>
        <source>Keep the points with “{title}”</source>
        <translation>Зберегти точки разом із «{title}»</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>Сторінка {n} з {count}</translation>
    </message>
    <message>
        <source>first of {n} pictures</source>
        <translation>перше з {n} зображень</translation>
    </message>
    <message>
        <source>Scale: {length}</source>
        <translation>Масштаб: {length}</translation>
    </message>
    <message>
        <source>from the tags of the file</source>
        <translation>за тегами файлу</translation>
    </message>
    <message>
        <source>First measure something: then the line can be kept.</source>
        <translation>Спершу виміряйте щось: тоді лінію можна буде зберегти.</translation>
    </message>
    <message>
        <source>The points lie on one line, so there is no outline to keep.</source>
        <translation>Точки лежать на одній прямій, тож контуру, який можна зберегти, немає.</translation>
    </message>
    <message>
        <source>The scale is kept with the file, as a mark. Undo takes it back.</source>
        <translation>Масштаб збережено з файлом як позначку. Його можна скасувати.</translation>
    </message>
    <message>
        <source>The scale holds until another file is shown; it is not kept.</source>
        <translation>Масштаб діє, доки не показано інший файл; його не збережено.</translation>
    </message>
    <message>
        <source>The measured line is kept as a mark. Undo takes it back.</source>
        <translation>Виміряну лінію збережено як позначку. Це можна скасувати.</translation>
    </message>
    <message>
        <source>Take the ruler (M) to measure in the picture.</source>
        <translation>Візьміть лінійку (M), щоб вимірювати на зображенні.</translation>
    </message>
    <message>
        <source>Keep as mark</source>
        <translation>Зберегти як позначку</translation>
    </message>
    <message>
        <source>Keep the line on the picture, with what it measures</source>
        <translation>Залишити лінію на зображенні разом із тим, що нею виміряно</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>Цей файл не можна показати</translation>
    </message>
    <message>
        <source>It can be saved as it came in, and looked at with another program.</source>
        <translation>Його можна зберегти таким, яким він надійшов, і переглянути іншою програмою.</translation>
    </message>
    <message>
        <source>Looking at a file</source>
        <translation>Перегляд файлу</translation>
    </message>
    <message>
        <source>Comparing two files</source>
        <translation>Порівняння двох файлів</translation>
    </message>
    <message>
        <source>Lay one picture on the other by points that show the same</source>
        <translation>Накласти одне зображення на інше за точками, що показують те саме</translation>
    </message>
    <message>
        <source>Show the other picture, where they take turns</source>
        <translation>Показати інше зображення там, де вони чергуються</translation>
    </message>
    <message>
        <source>The page before, or the file before</source>
        <translation>Попередня сторінка або попередній файл</translation>
    </message>
    <message>
        <source>The next page, or the next file</source>
        <translation>Наступна сторінка або наступний файл</translation>
    </message>
    <message>
        <source>The first page</source>
        <translation>Перша сторінка</translation>
    </message>
    <message>
        <source>The last page</source>
        <translation>Остання сторінка</translation>
    </message>
    <message>
        <source>The file is cut short: what is grey is missing from it.</source>
        <translation>Файл обірваний: сірого в ньому бракує.</translation>
    </message>
    <message>
        <source>Decimal degrees</source>
        <translation>Десяткові градуси</translation>
    </message>
    <message>
        <source>Degrees, minutes, seconds</source>
        <translation>Градуси, мінути, секунди</translation>
    </message>
    <message>
        <source>MGRS</source>
        <translation>MGRS</translation>
    </message>
    <message>
        <source>x {x}, y {y}</source>
        <translation>x {x}, y {y}</translation>
    </message>
    <message>
        <source>{n} m²</source>
        <translation>{n}&#xa0;м²</translation>
    </message>
    <message>
        <source>{n} px</source>
        <translation>{n}&#xa0;пкс</translation>
    </message>
    <message>
        <source>{n} km²</source>
        <translation>{n}&#xa0;км²</translation>
    </message>
    <message>
        <source>{n} px²</source>
        <translation>{n}&#xa0;пкс²</translation>
    </message>
    <message>
        <source>{n}° clockwise from the upper edge</source>
        <translation>{n}° за годинниковою стрілкою від верхнього краю</translation>
    </message>
    <message>
        <source>Scale: {across} a pixel across and {down} down, {basis}</source>
        <translation>Масштаб: {across} на піксель упоперек і {down} униз, {basis}</translation>
    </message>
    <message>
        <source>Parts of a claim and evidence</source>
        <translation>Частини твердження і докази</translation>
    </message>
    <message>
        <source>Which claim is looked at</source>
        <translation>Яке твердження розглядається</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>Твердження…</translation>
    </message>
    <message>
        <source>Find a claim</source>
        <translation>Знайти твердження</translation>
    </message>
    <message>
        <source>There is no claim in the case yet, so there are no parts to be shown.</source>
        <translation>У справі ще немає твердження, тож немає частин, які можна показати.</translation>
    </message>
    <message>
        <source>Nothing in view speaks to this claim or its parts. Choose “All evidence in view” under “Evidence”, and enter in a cell what the evidence says:</source>
        <translation>Ніщо з видимого не стосується цього твердження чи його частин. Виберіть «Усі видимі докази» в «Докази» і введіть у клітинку, що каже доказ:</translation>
    </message>
    <message numerus="yes">
        <source>{n} item not in view</source>
        <translation>
            <numerusform>{n} елемент не видно</numerusform>
            <numerusform>{n} елементи не видно</numerusform>
            <numerusform>{n} елементів не видно</numerusform>
        </translation>
    </message>
    <message>
        <source>The claim as a whole</source>
        <translation>Твердження загалом</translation>
    </message>
    <message>
        <source>supports it strongly</source>
        <translation>сильно підтримує</translation>
    </message>
    <message>
        <source>supports it</source>
        <translation>підтримує</translation>
    </message>
    <message>
        <source>bears on it</source>
        <translation>стосується</translation>
    </message>
    <message>
        <source>disputes it</source>
        <translation>заперечує</translation>
    </message>
    <message>
        <source>disputes it strongly</source>
        <translation>сильно заперечує</translation>
    </message>
    <message>
        <source>says nothing of it</source>
        <translation>нічого не каже</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Покриття</translation>
    </message>
    <message numerus="yes">
        <source>{n} bears on it</source>
        <translation>
            <numerusform>{n} стосується</numerusform>
            <numerusform>{n} стосуються</numerusform>
            <numerusform>{n} стосуються</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the claim</source>
        <translation>Частини твердження</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Ще не сказано</translation>
    </message>
    <message>
        <source>{role} · required</source>
        <translation>{role} · обов.</translation>
    </message>
    <message>
        <source>“{evidence}” says nothing of “{part}” yet.</source>
        <translation>«{evidence}» ще нічого не каже про «{part}».</translation>
    </message>
    <message>
        <source>The claim has no parts yet. Split it into actor, action, place and time to see which of them have evidence.</source>
        <translation>Твердження ще не має частин. Поділіть його на дійову особу, дію, місце і час, щоб побачити, які з них мають докази.</translation>
    </message>
    <message>
        <source>beyond its kind</source>
        <translation>понад свій вид</translation>
    </message>
    <message>
        <source>interested only</source>
        <translation>зацікавлені</translation>
    </message>
    <message>
        <source>only against</source>
        <translation>лише проти</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>покрито</translation>
    </message>
    <message>
        <source>What speaks for it is of kinds that cannot show this by themselves.</source>
        <translation>Те, що за, належить до видів, які самі не можуть цього показати.</translation>
    </message>
    <message>
        <source>What speaks for it comes from those who have something at stake.</source>
        <translation>Те, що за, походить від тих, хто має свій інтерес.</translation>
    </message>
    <message>
        <source>There is only what speaks against it.</source>
        <translation>Є лише те, що проти.</translation>
    </message>
    <message>
        <source>It is covered.</source>
        <translation>Це покрито.</translation>
    </message>
    <message>
        <source>Elements against the evidence, as a grid</source>
        <translation>Частини й докази, таблицею</translation>
    </message>
    <message>
        <source>Whoever it comes from has something at stake</source>
        <translation>Той, від кого це походить, має свій інтерес</translation>
    </message>
    <message>
        <source>Set aside for the moment</source>
        <translation>Наразі відкладено</translation>
    </message>
    <message>
        <source>The link is strong.</source>
        <translation>Зв’язок сильний.</translation>
    </message>
    <message>
        <source>Shown by interested parties alone: {parts}.</source>
        <translation>Показано лише зацікавленими сторонами: {parts}.</translation>
    </message>
    <message>
        <source>Something speaks to every part.</source>
        <translation>Кожної частини щось стосується.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item that is not in view counts as well.</source>
        <translation>
            <numerusform>{n} елемент, якого не видно, теж ураховано.</numerusform>
            <numerusform>{n} елементи, яких не видно, теж ураховано.</numerusform>
            <numerusform>{n} елементів, яких не видно, теж ураховано.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{evidence}” {says} “{part}”.</source>
        <translation>«{evidence}» {says} «{part}».</translation>
    </message>
    <message>
        <source>interested</source>
        <translation>зацікавлені</translation>
    </message>
    <message>
        <source>Which evidence stands in the columns, and its order</source>
        <translation>Які докази стоять у стовпцях і в якому порядку</translation>
    </message>
    <message>
        <source>Add what is selected</source>
        <translation>Додати вибране</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Додати елемент</translation>
    </message>
    <message>
        <source>What speaks to it</source>
        <translation>Що цього стосується</translation>
    </message>
    <message>
        <source>All evidence in view</source>
        <translation>Усі видимі докази</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Додати елемент…</translation>
    </message>
    <message>
        <source>{key} {meaning}</source>
        <translation>{key} {meaning}</translation>
    </message>
    <message>
        <source>It speaks to its part “{part}”.</source>
        <translation>Стосується частини «{part}».</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message>
        <source>What tells the claims apart first</source>
        <translation>Спершу те, що розрізняє твердження</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>За датою</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>За видом</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>У порядку надходження</translation>
    </message>
    <message>
        <source>Reason: {rationale}</source>
        <translation>Підстава: {rationale}</translation>
    </message>
    <message>
        <source>very consistent</source>
        <translation>дуже узгоджується</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>узгоджується</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>нейтрально</translation>
    </message>
    <message>
        <source>inconsistent</source>
        <translation>не узгоджується</translation>
    </message>
    <message>
        <source>very inconsistent</source>
        <translation>дуже не узгоджується</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>не застосовно</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>не оцінено</translation>
    </message>
    <message>
        <source>Matrix of competing claims and evidence</source>
        <translation>Матриця альтернативних тверджень і доказів</translation>
    </message>
    <message>
        <source>Which claims are compared</source>
        <translation>Які твердження порівнюються</translation>
    </message>
    <message numerus="yes">
        <source>{n} claim: {names}</source>
        <translation>
            <numerusform>{n} твердження: {names}</numerusform>
            <numerusform>{n} твердження: {names}</numerusform>
            <numerusform>{n} тверджень: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the selected claims</source>
        <translation>Порівняти вибрані твердження</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>Додати твердження</translation>
    </message>
    <message>
        <source>No claims compete here yet. Link claims as excluding each other, name one competing set for them, or select some and choose “Compare the selected claims”.</source>
        <translation>Тут ще немає альтернативних тверджень. Пов’яжіть твердження як такі, що виключають одне одне, вкажіть для них одну групу альтернатив або виберіть кілька й натисніть «Порівняти вибрані твердження».</translation>
    </message>
    <message>
        <source>Nothing in view speaks to these claims. Choose “All evidence in view” under “Evidence”, and enter in a cell how the evidence goes with the claim:</source>
        <translation>Ніщо з видимого не стосується цих тверджень. Виберіть «Усі видимі докази» в «Докази» і введіть у клітинку, як доказ узгоджується з твердженням:</translation>
    </message>
    <message>
        <source>Take out “{claim}”</source>
        <translation>Вилучити «{claim}»</translation>
    </message>
    <message>
        <source>Take a claim out</source>
        <translation>Вилучити твердження</translation>
    </message>
    <message>
        <source>very consistent with it</source>
        <translation>дуже узгоджується</translation>
    </message>
    <message>
        <source>consistent with it</source>
        <translation>узгоджується</translation>
    </message>
    <message>
        <source>inconsistent with it</source>
        <translation>не узгоджується</translation>
    </message>
    <message>
        <source>very inconsistent with it</source>
        <translation>дуже не узгоджується</translation>
    </message>
    <message>
        <source>take it back</source>
        <translation>скасувати</translation>
    </message>
    <message>
        <source>Add a claim…</source>
        <translation>Додати твердження…</translation>
    </message>
    <message>
        <source>{rated} of {n} rated</source>
        <translation>оцінено {rated} з {n}</translation>
    </message>
    <message numerus="yes">
        <source>Its ratings lie {n} step apart.</source>
        <translation>
            <numerusform>Його оцінки різняться на {n} крок.</numerusform>
            <numerusform>Його оцінки різняться на {n} кроки.</numerusform>
            <numerusform>Його оцінки різняться на {n} кроків.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without {items}, which are of one origin, least would be against {claims}.</source>
        <translation>Без {items}, що з одного джерела, найменше було б проти {claims}.</translation>
    </message>
    <message>
        <source>Competing claims</source>
        <translation>Альтернативні твердження</translation>
    </message>
    <message>
        <source>Against it, weighted</source>
        <translation>Проти, зважено</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>вирішує</translation>
    </message>
    <message>
        <source>one origin decides</source>
        <translation>одне джерело вирішує</translation>
    </message>
    <message>
        <source>Against it: {number}, weighted {weighted}.</source>
        <translation>Проти: {number}, зважено {weighted}.</translation>
    </message>
    <message>
        <source>Rated for fewer than two claims, so it tells none from another yet.</source>
        <translation>Оцінено менш ніж для двох тверджень, тож ще нічого не розрізняє.</translation>
    </message>
    <message>
        <source>It says the same of every claim, so it tells none from another.</source>
        <translation>Каже те саме про кожне твердження, тож нічого не розрізняє.</translation>
    </message>
    <message>
        <source>“{evidence}” with “{claim}”: {rating}.</source>
        <translation>«{evidence}» і «{claim}»: {rating}.</translation>
    </message>
    <message>
        <source>Nothing speaks against any of these claims yet, so none stands before another.</source>
        <translation>Проти жодного з цих тверджень ще нічого немає, тож жодне не стоїть попереду.</translation>
    </message>
    <message>
        <source>Bookkeeping of what was rated, no score of truth.</source>
        <translation>Облік оцінок, а не міра істини.</translation>
    </message>
    <message>
        <source>Without {item} least would be against {claims}.</source>
        <translation>Без {item} найменше було б проти {claims}.</translation>
    </message>
    <message>
        <source>No other claim has less against it.</source>
        <translation>Проти жодного іншого твердження немає менше.</translation>
    </message>
    <message>
        <source>Set aside for the moment.</source>
        <translation>Наразі відкладено.</translation>
    </message>
    <message>
        <source>It was rated “{rating}”, and the link says otherwise.</source>
        <translation>Оцінено «{rating}», а зв’язок каже інше.</translation>
    </message>
    <message>
        <source>Counts {weight} by its credibility and directness.</source>
        <translation>Важить {weight} за достовірністю і прямотою.</translation>
    </message>
    <message>
        <source>All have as much against them.</source>
        <translation>Проти всіх однаково.</translation>
    </message>
    <message>
        <source>Least against it: {claims}.</source>
        <translation>Найменше проти: {claims}.</translation>
    </message>
    <message numerus="yes">
        <source>It hangs on {n} more.</source>
        <translation>
            <numerusform>Це залежить ще від {n}.</numerusform>
            <numerusform>Це залежить ще від {n}.</numerusform>
            <numerusform>Це залежить ще від {n}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} item is set aside.</source>
        <translation>
            <numerusform>{n} елемент відкладено.</numerusform>
            <numerusform>{n} елементи відкладено.</numerusform>
            <numerusform>{n} елементів відкладено.</numerusform>
        </translation>
    </message>
    <message>
        <source>That hangs on no single item and on no single origin.</source>
        <translation>Це не залежить від жодного окремого елемента чи джерела.</translation>
    </message>
    <message>
        <source>least against it</source>
        <translation>найменше проти</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблиця</translation>
    </message>
    <message>
        <source>Views of the case</source>
        <translation>Вигляди справи</translation>
    </message>
    <message>
        <source>Show the items of</source>
        <translation>Показати елементи</translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation>Експортувати цей вигляд…</translation>
    </message>
    <message>
        <source>In the place of the boards</source>
        <translation>На місці дошок</translation>
    </message>
    <message>
        <source>Close the views</source>
        <translation>Закрити вигляди</translation>
    </message>
    <message>
        <source>This board</source>
        <translation>Ця дошка</translation>
    </message>
    <message>
        <source>Whole case</source>
        <translation>Уся справа</translation>
    </message>
    <message>
        <source>Table of items</source>
        <translation>Таблиця елементів</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Знайти рядки</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>Choose what stands in the columns</source>
        <translation>Вибрати, що стоїть у стовпцях</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>Звичні стовпці</translation>
    </message>
    <message>
        <source>Take the column away</source>
        <translation>Прибрати стовпець</translation>
    </message>
    <message numerus="yes">
        <source>{n} not shown</source>
        <translation>
            <numerusform>{n} не показано</numerusform>
            <numerusform>{n} не показано</numerusform>
            <numerusform>{n} не показано</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt and arrow keys go from place to place, arrow keys move the map.</source>
        <translation>Alt зі стрілками веде від місця до місця, стрілки рухають карту.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>No item in view has coordinates.</source>
        <translation>Жоден із показаних елементів не має координат.</translation>
    </message>
    <message>
        <source>Give an item a place with coordinates in the inspector, such as 50.4501, 30.5234 or 36U UA 24200 91490, and it is shown here.</source>
        <translation>Дайте елементу в інспекторі місце з координатами, як-от 50.4501, 30.5234 або 36U UA 24200 91490, і його буде видно тут.</translation>
    </message>
    <message>
        <source>What has coordinates lies too near to a pole for this map.</source>
        <translation>Те, що має координати, лежить заблизько до полюса для цієї карти.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item names a place in words alone.</source>
        <translation>
            <numerusform>{n} елемент називає місце лише словами.</numerusform>
            <numerusform>{n} елементи називають місце лише словами.</numerusform>
            <numerusform>{n} елементів називають місце лише словами.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was measured is copied.</source>
        <translation>Виміряне скопійовано.</translation>
    </message>
    <message numerus="yes">
        <source>{n} too near to a pole</source>
        <translation>
            <numerusform>{n} заблизько до полюса</numerusform>
            <numerusform>{n} заблизько до полюса</numerusform>
            <numerusform>{n} заблизько до полюса</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} item beyond the edge</source>
        <translation>
            <numerusform>{n} елемент за краєм</numerusform>
            <numerusform>{n} елементи за краєм</numerusform>
            <numerusform>{n} елементів за краєм</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what was measured</source>
        <translation>Скопіювати виміряне</translation>
    </message>
    <message>
        <source>Web Mercator, WGS 84</source>
        <translation>Вебмеркатор, WGS 84</translation>
    </message>
    <message>
        <source>Coast line: Natural Earth {scale}</source>
        <translation>Берегова лінія: Natural Earth {scale}</translation>
    </message>
    <message>
        <source>Coast line: Natural Earth {scale}, rough at this scale</source>
        <translation>Берегова лінія: Natural Earth {scale}, груба в цьому масштабі</translation>
    </message>
    <message>
        <source>Borders: as Natural Earth 1:110m draws them; Caseboard takes no position on them</source>
        <translation>Кордони: як їх проводить Natural Earth 1:110m; Caseboard не займає щодо них жодної позиції</translation>
    </message>
    <message>
        <source>{length} · {bearing}°</source>
        <translation>{length} · {bearing}°</translation>
    </message>
    <message>
        <source>In all {length}</source>
        <translation>Усього {length}</translation>
    </message>
    <message>
        <source>Press where to measure from</source>
        <translation>Натисніть там, звідки вимірювати</translation>
    </message>
    <message>
        <source>Press the next point</source>
        <translation>Натисніть наступну точку</translation>
    </message>
    <message>
        <source>Radius {length} · area {area}</source>
        <translation>Радіус {length} · площа {area}</translation>
    </message>
    <message>
        <source>Around {length} · area {area}</source>
        <translation>Довкола {length} · площа {area}</translation>
    </message>
    <message>
        <source>Around {place}: {measured}</source>
        <translation>Довкола {place}: {measured}</translation>
    </message>
    <message>
        <source>Measured on the ellipsoid of WGS 84, along the shortest way.</source>
        <translation>Виміряно на еліпсоїді WGS 84 найкоротшим шляхом.</translation>
    </message>
    <message>
        <source>Press where the middle of the circle is</source>
        <translation>Натисніть там, де середина кола</translation>
    </message>
    <message>
        <source>{from_place} to {to_place}: {length}, initial bearing {bearing}°</source>
        <translation>{from_place} – {to_place}: {length}, початковий азимут {bearing}°</translation>
    </message>
    <message>
        <source>Area {area}</source>
        <translation>Площа {area}</translation>
    </message>
    <message>
        <source>&amp;Meridians and parallels</source>
        <translation>&amp;Меридіани й паралелі</translation>
    </message>
    <message>
        <source>Military &amp;grid (MGRS)</source>
        <translation>&amp;Військова сітка (MGRS)</translation>
    </message>
    <message>
        <source>&amp;Borders (Natural Earth, no position taken)</source>
        <translation>&amp;Кордони (Natural Earth, без жодної позиції)</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>&amp;Назви</translation>
    </message>
    <message>
        <source>Places that &amp;links lead to</source>
        <translation>Місця, куди ведуть &amp;зв’язки</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Показати всі місця</translation>
    </message>
    <message>
        <source>Measure distances and areas</source>
        <translation>Виміряти відстані та площі</translation>
    </message>
    <message>
        <source>Draw a circle around a point</source>
        <translation>Провести коло довкола точки</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>on the map</comment>
        <translation>Показувати</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Що показує карта</translation>
    </message>
    <message>
        <source>through “{title}”</source>
        <translation>через «{title}»</translation>
    </message>
    <message>
        <source>through a link</source>
        <translation>через зв’язок</translation>
    </message>
    <message>
        <source>Return parts them</source>
        <translation>Enter їх роз’єднує</translation>
    </message>
    <message>
        <source>Which place</source>
        <translation>Яке місце</translation>
    </message>
    <message numerus="yes">
        <source>Select {n} inside</source>
        <translation>
            <numerusform>Вибрати {n} всередині</numerusform>
            <numerusform>Вибрати {n} всередині</numerusform>
            <numerusform>Вибрати {n} всередині</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no verdict to sign off yet.</source>
        <translation>Вердикту, який можна затвердити, ще немає.</translation>
    </message>
    <message>
        <source>This version is signed off already.</source>
        <translation>Цю версію вже затверджено.</translation>
    </message>
    <message>
        <source>What this version rests on was not frozen; store it anew before it is signed.</source>
        <translation>Те, на чому ґрунтується ця версія, не зафіксовано; збережіть її знову перед затвердженням.</translation>
    </message>
    <message>
        <source>What this version rests on has changed; revise it before it is signed.</source>
        <translation>Те, на чому ґрунтується ця версія, змінилося; перегляньте її перед затвердженням.</translation>
    </message>
    <message>
        <source>Choose a label for the verdict first.</source>
        <translation>Спершу виберіть оцінку для вердикту.</translation>
    </message>
    <message>
        <source>The claim is not in the case any more.</source>
        <translation>Цього твердження у справі вже немає.</translation>
    </message>
    <message>
        <source>Each text of a verdict takes up to {n} characters, so nothing was changed.</source>
        <translation>Кожен текст вердикту вміщує до {n} символів, тож нічого не змінено.</translation>
    </message>
    <message>
        <source>Say who signs the verdict off.</source>
        <translation>Вкажіть, хто затверджує вердикт.</translation>
    </message>
    <message>
        <source>None yet. What is cited is frozen as it is on that day.</source>
        <translation>Ще немає. Процитоване фіксується таким, яким воно є того дня.</translation>
    </message>
    <message numerus="yes">
        <source>Written before {n} change: {changes}.</source>
        <translation>
            <numerusform>Написано до {n} зміни: {changes}.</numerusform>
            <numerusform>Написано до {n} змін: {changes}.</numerusform>
            <numerusform>Написано до {n} змін: {changes}.</numerusform>
        </translation>
    </message>
    <message>
        <source>None was given.</source>
        <translation>Вердикту не складено.</translation>
    </message>
    <message>
        <source>What it rests on was not frozen when it was given.</source>
        <translation>Те, на чому він ґрунтується, не було зафіксовано, коли його складали.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Написати…</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>Показати, що змінилося</translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation>Переглянути…</translation>
    </message>
    <message>
        <source>Write a verdict</source>
        <translation>Написати вердикт</translation>
    </message>
    <message>
        <source>Revise the verdict</source>
        <translation>Переглянути вердикт</translation>
    </message>
    <message>
        <source>In a window of its own, beside the board</source>
        <translation>В окремому вікні поруч із дошкою</translation>
    </message>
    <message>
        <source>Versions ({n})</source>
        <translation>Версії ({n})</translation>
    </message>
    <message>
        <source>Cited from {source}: {word}.</source>
        <translation>Процитовано, {source}: {word}.</translation>
    </message>
    <message>
        <source>Open the verdict</source>
        <translation>Відкрити вердикт</translation>
    </message>
    <message>
        <source>{what}: {name}</source>
        <translation>{what}: {name}</translation>
    </message>
    <message>
        <source>Set aside ({n})</source>
        <translation>Відкладено ({n})</translation>
    </message>
    <message>
        <source>Since the verdict was given: {changes}.</source>
        <translation>Відколи складено вердикт: {changes}.</translation>
    </message>
    <message>
        <source>There is no verdict yet, so nothing has changed since.</source>
        <translation>Вердикту ще немає, тож нічого відтоді не змінилося.</translation>
    </message>
    <message>
        <source>What this verdict rests on was not frozen when it was given, so it cannot be told.</source>
        <translation>Те, на чому ґрунтується цей вердикт, не було зафіксовано, коли його складали, тож сказати цього не можна.</translation>
    </message>
    <message>
        <source>Nothing has changed of what the verdict rests on. Where cards lie is no part of it.</source>
        <translation>З того, на чому ґрунтується вердикт, нічого не змінилося. Місце карток до цього не належить.</translation>
    </message>
    <message>
        <source>What has changed since the verdict</source>
        <translation>Що змінилося після вердикту</translation>
    </message>
    <message>
        <source>{fate}: {name}</source>
        <translation>{fate}: {name}</translation>
    </message>
    <message>
        <source>Part of the claim</source>
        <translation>Частина твердження</translation>
    </message>
    <message>
        <source>Item of evidence</source>
        <translation>Доказ</translation>
    </message>
    <message>
        <source>then: {words}</source>
        <translation>тоді: {words}</translation>
    </message>
    <message>
        <source>now: {words}</source>
        <translation>тепер: {words}</translation>
    </message>
    <message>
        <source>The journal does not tell what it said then.</source>
        <translation>Журнал не каже, що там було тоді.</translation>
    </message>
    <message>
        <source>Version {n}, {day}</source>
        <translation>Версія {n}, {day}</translation>
    </message>
    <message>
        <source>What one of them rests on was not frozen, so that cannot be compared.</source>
        <translation>Те, на чому ґрунтується одна з них, не зафіксовано, тож цього порівняти не можна.</translation>
    </message>
    <message>
        <source>Both rest on the same.</source>
        <translation>Обидві ґрунтуються на тому самому.</translation>
    </message>
    <message>
        <source>What they rest on: {changes}.</source>
        <translation>На чому вони ґрунтуються: {changes}.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не сказано</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>of a field</comment>
        <translation>змінено</translation>
    </message>
    <message>
        <source>a record that is gone</source>
        <translation>запис, якого вже немає</translation>
    </message>
    <message>
        <source>What speaks to the claim</source>
        <translation>Що стосується твердження</translation>
    </message>
    <message numerus="yes">
        <source>{n} item against it</source>
        <translation>
            <numerusform>{n} доказ проти</numerusform>
            <numerusform>{n} докази проти</numerusform>
            <numerusform>{n} доказів проти</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} item for it</source>
        <translation>
            <numerusform>{n} доказ за</numerusform>
            <numerusform>{n} докази за</numerusform>
            <numerusform>{n} доказів за</numerusform>
        </translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Про нього</translation>
    </message>
    <message>
        <source>Cited before, and not linked any more</source>
        <translation>Процитовано раніше, тепер не пов’язано</translation>
    </message>
    <message>
        <source>link: {told}</source>
        <translation>зв’язок: {told}</translation>
    </message>
    <message>
        <source>Finding for {element}</source>
        <translation>Висновок щодо: {element}</translation>
    </message>
    <message>
        <source>Why, in a few sentences for a reader</source>
        <translation>Чому – кількома реченнями для читача</translation>
    </message>
    <message>
        <source>What this verdict does not say, and what would change it</source>
        <translation>Чого цей вердикт не каже і що могло б його змінити</translation>
    </message>
    <message>
        <source>What is corrected of the version before, and why</source>
        <translation>Що виправлено в попередній версії і чому</translation>
    </message>
    <message>
        <source>Found of each element</source>
        <translation>Висновок щодо кожного елемента</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Виберіть оцінку</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Не сказано</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Висновку ще немає</translation>
    </message>
    <message>
        <source>This case carries no words for verdicts, so none can be given.</source>
        <translation>У цій справі немає слів для вердиктів, тож скласти вердикт не можна.</translation>
    </message>
    <message>
        <source>This word is not in the scheme of the case.</source>
        <translation>Цього слова немає у схемі справи.</translation>
    </message>
    <message>
        <source>Each text takes up to {n} characters; one is longer.</source>
        <translation>Кожен текст вміщує до {n} символів; один довший.</translation>
    </message>
    <message>
        <source>Version {n}: {word}, {given}</source>
        <translation>Версія {n}: {word}, {given}</translation>
    </message>
    <message numerus="yes">
        <source>Written before {n} change to what it rests on.</source>
        <translation>
            <numerusform>Написано до {n} зміни в основі.</numerusform>
            <numerusform>Написано до {n} змін в основі.</numerusform>
            <numerusform>Написано до {n} змін в основі.</numerusform>
        </translation>
    </message>
    <message>
        <source>The claim was deleted. What you have written stays here.</source>
        <translation>Твердження видалено. Написане вами лишається тут.</translation>
    </message>
    <message>
        <source>No verdict yet.</source>
        <translation>Вердикту ще немає.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копіювати як текст</translation>
    </message>
    <message>
        <source>The verdict as it will be read</source>
        <translation>Вердикт, як його прочитають</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>Як це прочитають</translation>
    </message>
    <message>
        <source>Sign-off by a reviewer</source>
        <translation>Затвердження рецензентом</translation>
    </message>
    <message>
        <source>Name of the reviewer</source>
        <translation>Ім’я рецензента</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Затвердити</translation>
    </message>
    <message>
        <source>with</source>
        <comment>the other of two versions</comment>
        <translation>з</translation>
    </message>
    <message>
        <source>Versions of the verdict, newest first</source>
        <translation>Версії вердикту, найновіша перша</translation>
    </message>
    <message>
        <source>The versions side by side</source>
        <translation>Версії поруч</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Затверджено</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Порівняти</translation>
    </message>
    <message numerus="yes">
        <source>{n} version</source>
        <translation>
            <numerusform>{n} версія</numerusform>
            <numerusform>{n} версії</numerusform>
            <numerusform>{n} версій</numerusform>
        </translation>
    </message>
    <message>
        <source>The case gives no verdict of its own; those of others are cited.</source>
        <translation>Власного вердикту у справі немає; процитовано вердикти інших.</translation>
    </message>
    <message>
        <source>No verdict has been given yet.</source>
        <translation>Вердикту ще не складено.</translation>
    </message>
    <message>
        <source>Cited from others</source>
        <translation>Процитовано від інших</translation>
    </message>
    <message>
        <source>Discard my words</source>
        <translation>Відкинути мої слова</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Зміни</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версії</translation>
    </message>
    <message>
        <source>Words that are not stored stay here as long as the case is open</source>
        <translation>Незбережені слова лишаються тут, доки відкрито справу</translation>
    </message>
    <message>
        <source>Verdict on “{claim}”</source>
        <translation>Вердикт щодо «{claim}»</translation>
    </message>
    <message>
        <source>Store your words first.</source>
        <translation>Спершу збережіть свої слова.</translation>
    </message>
    <message>
        <source>Nothing is written that is not stored.</source>
        <translation>Усе написане вже збережено.</translation>
    </message>
    <message>
        <source>Stored as version {n}.</source>
        <translation>Збережено як версію {n}.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопійовано.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Перегляд</translation>
    </message>
    <message>
        <source>Changes ({n})</source>
        <translation>Зміни ({n})</translation>
    </message>
    <message>
        <source>Store verdict</source>
        <translation>Зберегти вердикт</translation>
    </message>
    <message>
        <source>Store new version</source>
        <translation>Зберегти нову версію</translation>
    </message>
    <message>
        <source>Not stored yet.</source>
        <translation>Ще не збережено.</translation>
    </message>
    <message>
        <source>Signed off, as a version of its own.</source>
        <translation>Затверджено як окрему версію.</translation>
    </message>
    <message>
        <source>The verdict was changed meanwhile; what you have written was kept.</source>
        <translation>Вердикт тим часом змінили; написане вами збережено тут.</translation>
    </message>
    <message>
        <source>a claim that is gone</source>
        <translation>твердження, якого вже немає</translation>
    </message>
    <message>
        <source>Select one claim to write its verdict.</source>
        <translation>Виберіть одне твердження, щоб написати вердикт щодо нього.</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Довгота</translation>
    </message>
    <message>
        <source>Through a link</source>
        <translation>Через зв’язок</translation>
    </message>
    <message>
        <source>Well-known text</source>
        <translation>Well-known text</translation>
    </message>
    <message>
        <source>A square of the grid, {metres} m wide</source>
        <translation>Квадрат сітки завширшки {metres} м</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Матриця</translation>
    </message>
    <message>
        <source>Sort from the beginning</source>
        <translation>Сортувати від початку</translation>
    </message>
    <message>
        <source>Sort from the end</source>
        <translation>Сортувати від кінця</translation>
    </message>
    <message>
        <source>Nothing here has what is looked for.</source>
        <translation>Тут немає нічого, що шукають.</translation>
    </message>
    <message>
        <source>There are no items yet. Double-click on the board to add one.</source>
        <translation>Елементів ще немає. Двічі клацніть на дошці, щоб додати.</translation>
    </message>
    <message numerus="yes">
        <source>{field} of {n} item</source>
        <translation>
            <numerusform>{field} {n} елемента</numerusform>
            <numerusform>{field} {n} елементів</numerusform>
            <numerusform>{field} {n} елементів</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>value of a field</comment>
        <translation>Нічого</translation>
    </message>
    <message>
        <source>Tags to add; -tag takes one away</source>
        <translation>Додати теги; -тег прибирає</translation>
    </message>
    <message>
        <source>For all selected rows</source>
        <translation>Для всіх вибраних рядків</translation>
    </message>
    <message numerus="yes">
        <source>{n} more row, not drawn</source>
        <translation>
            <numerusform>ще {n} рядок не намальовано</numerusform>
            <numerusform>ще {n} рядки не намальовано</numerusform>
            <numerusform>ще {n} рядків не намальовано</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here has a date yet. Select an item and say in the inspector when it happened, was recorded or was published; it then stands here.</source>
        <translation>Тут ще ніщо не має дати. Виберіть елемент і вкажіть в інспекторі, коли це сталося, було записано чи опубліковано; тоді він з’явиться тут.</translation>
    </message>
    <message>
        <source>None of the times that are chosen is known here. Choose others under “Times”.</source>
        <translation>Жодного з вибраних часів тут не відомо. Виберіть інші в меню “Часи”.</translation>
    </message>
    <message>
        <source>nothing for {span}</source>
        <translation>нічого: {span}</translation>
    </message>
    <message>
        <source>{mark}, in the lane {lane}</source>
        <translation>{mark}, у доріжці {lane}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Часова шкала</translation>
    </message>
    <message>
        <source>Supposed: so much would be left without what is set aside.</source>
        <translation>Припущено: стільки лишилося б без того, що відкладено.</translation>
    </message>
    <message>
        <source>{n} (of {all})</source>
        <translation>{n} (із {all})</translation>
    </message>
    <message numerus="yes">
        <source>{n} for (of {all})</source>
        <translation>
            <numerusform>{n} за (із {all})</numerusform>
            <numerusform>{n} за (із {all})</numerusform>
            <numerusform>{n} за (із {all})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} against (of {all})</source>
        <translation>
            <numerusform>{n} проти (із {all})</numerusform>
            <numerusform>{n} проти (із {all})</numerusform>
            <numerusform>{n} проти (із {all})</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines} (of {all})</source>
        <translation>{lines} (із {all})</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Сітка</translation>
    </message>
    <message numerus="yes">
        <source>More than one mention rests on:</source>
        <translation>
            <numerusform>Більш ніж одна згадка спирається на:</numerusform>
            <numerusform>Більш ніж одна згадка спирається на кожне з цього:</numerusform>
            <numerusform>Більш ніж одна згадка спирається на кожне з цього:</numerusform>
        </translation>
    </message>
    <message>
        <source>Each line passes through one of these:</source>
        <translation>Кожна лінія проходить через щось одне з цього:</translation>
    </message>
    <message>
        <source>supposed: {would}; as it is: {stands}</source>
        <translation>припущено: {would}; насправді: {stands}</translation>
    </message>
    <message>
        <source>{fate}, {sort}: {name}</source>
        <translation>{fate}, {sort}: {name}</translation>
    </message>
    <message>
        <source>No longer behind it</source>
        <translation>Вже не в основі</translation>
    </message>
    <message>
        <source>Required and not covered: {parts}.</source>
        <translation>Обов’язкове й нічим не підкріплене: {parts}.</translation>
    </message>
    <message>
        <source>Not covered: {parts}.</source>
        <translation>Нічим не підкріплене: {parts}.</translation>
    </message>
    <message>
        <source>Arrow keys walk from time to time, plus and minus zoom, Return goes to the board.</source>
        <translation>Клавіші зі стрілками ведуть від часу до часу, плюс і мінус змінюють масштаб, Enter веде на дошку.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item with a date</source>
        <translation>
            <numerusform>{n} елемент із датою</numerusform>
            <numerusform>{n} елементи з датою</numerusform>
            <numerusform>{n} елементів із датою</numerusform>
        </translation>
    </message>
    <message>
        <source>A bar reaches from the earliest to the latest; dashed, where it is in doubt or open.</source>
        <translation>Смуга тягнеться від найранішого до найпізнішого; пунктир означає, що межа сумнівна або відкрита.</translation>
    </message>
    <message numerus="yes">
        <source>{n} item at other times</source>
        <translation>
            <numerusform>{n} елемент в інший час</numerusform>
            <numerusform>{n} елементи в інший час</numerusform>
            <numerusform>{n} елементів в інший час</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} without a date</source>
        <translation>
            <numerusform>{n} без дати</numerusform>
            <numerusform>{n} без дати</numerusform>
            <numerusform>{n} без дати</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} with other times only</source>
        <translation>
            <numerusform>{n} лише з іншими часами</numerusform>
            <numerusform>{n} лише з іншими часами</numerusform>
            <numerusform>{n} лише з іншими часами</numerusform>
        </translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Інший час</translation>
    </message>
    <message numerus="yes">
        <source>{n} item here</source>
        <translation>
            <numerusform>тут {n} елемент</numerusform>
            <numerusform>тут {n} елементи</numerusform>
            <numerusform>тут {n} елементів</numerusform>
        </translation>
    </message>
    <message>
        <source>{told}: a press selects, a double-click looks nearer</source>
        <translation>{told}: клацання вибирає, подвійне клацання наближає</translation>
    </message>
    <message>
        <source>Nothing of this lane is seen here. Press to go to the nearest.</source>
        <translation>Тут не видно нічого з цієї доріжки. Клацніть, щоб перейти до найближчого.</translation>
    </message>
    <message>
        <source>Nothing is dated here. Press either half to go to that end.</source>
        <translation>Тут немає нічого датованого. Клацніть ту чи іншу половину, щоб перейти до того краю.</translation>
    </message>
    <message>
        <source>up to {n} together</source>
        <translation>до {n} разом</translation>
    </message>
    <message>
        <source>{lane} unfolded</source>
        <translation>Розгорнуто: {lane}</translation>
    </message>
    <message>
        <source>{lane} folded</source>
        <translation>Згорнуто: {lane}</translation>
    </message>
    <message>
        <source>{n} of {all} threads are drawn. Look nearer for the others.</source>
        <translation>Показано нитки: {n} з {all}. Наблизьте, щоб побачити решту.</translation>
    </message>
    <message>
        <source>UTC, or as stated without a zone</source>
        <translation>UTC або як указано, без поясу</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>За джерелом</translation>
    </message>
    <message>
        <source>By claim</source>
        <translation>За твердженням</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>За міткою</translation>
    </message>
    <message>
        <source>In one lane</source>
        <translation>В одній доріжці</translation>
    </message>
    <message>
        <source>As long as a fifth of what is seen</source>
        <translation>Завдовжки з п’яту частину видимого</translation>
    </message>
    <message>
        <source>From a day on</source>
        <translation>Від одного дня</translation>
    </message>
    <message>
        <source>From a week on</source>
        <translation>Від тижня</translation>
    </message>
    <message>
        <source>From a month on</source>
        <translation>Від місяця</translation>
    </message>
    <message>
        <source>From half a year on</source>
        <translation>Від пів року</translation>
    </message>
    <message>
        <source>From a year on</source>
        <translation>Від року</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <source>Items that have no date, and so no place here</source>
        <translation>Елементи, що не мають дати, а отже й місця тут</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Доріжки</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Часи</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Проміжки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Нитки</translation>
    </message>
    <message>
        <source>Draw how statements answer each other, and what corrects or replaces what. Those of what is selected are always drawn.</source>
        <translation>Показати, як заяви відповідають одна одній і що саме виправляє чи замінює інше. Для вибраного їх показано завжди.</translation>
    </message>
    <message numerus="yes">
        <source>{n} more item has only times that are not shown</source>
        <translation>
            <numerusform>ще {n} елемент має лише часи, яких не показано</numerusform>
            <numerusform>ще {n} елементи мають лише часи, яких не показано</numerusform>
            <numerusform>ще {n} елементів мають лише часи, яких не показано</numerusform>
        </translation>
    </message>
    <message>
        <source>Select all {n}</source>
        <translation>Вибрати всі {n}</translation>
    </message>
    <message>
        <source>Fold all lanes</source>
        <translation>Згорнути всі доріжки</translation>
    </message>
    <message>
        <source>Unfold all lanes</source>
        <translation>Розгорнути всі доріжки</translation>
    </message>
    <message numerus="yes">
        <source>{n} minute</source>
        <translation>
            <numerusform>{n} хвилина</numerusform>
            <numerusform>{n} хвилини</numerusform>
            <numerusform>{n} хвилин</numerusform>
        </translation>
    </message>
    <message>
        <source>stated as “{text}”</source>
        <translation>вказано як “{text}”</translation>
    </message>
    <message>
        <source>No item is on this board. “Whole case” shows those of the case.</source>
        <translation>На цій дошці немає елементів. «Уся справа» показує елементи справи.</translation>
    </message>
    <message>
        <source>The filter lets no item pass here. Widen it to see some.</source>
        <translation>Фільтр не пропускає тут жодного елемента. Розширте його, щоб щось побачити.</translation>
    </message>
    <message numerus="yes">
        <source>{n} without coordinates</source>
        <translation>
            <numerusform>{n} без координат</numerusform>
            <numerusform>{n} без координат</numerusform>
            <numerusform>{n} без координат</numerusform>
        </translation>
    </message>
    <message>
        <source>Select what is not on the map. An item comes onto it when a place of it has coordinates in the inspector.</source>
        <translation>Вибрати те, чого немає на карті. Елемент з’являється на ній, коли його місце в інспекторі має координати.</translation>
    </message>
    <message>
        <source>Select the items of which a place is named, but its coordinates are not known yet</source>
        <translation>Вибрати елементи, місце яких названо, але координат ще не вказано</translation>
    </message>
    <message numerus="yes">
        <source>{n} with a place in words</source>
        <translation>
            <numerusform>{n} з місцем на словах</numerusform>
            <numerusform>{n} з місцем на словах</numerusform>
            <numerusform>{n} з місцем на словах</numerusform>
        </translation>
    </message>
    <message>
        <source>{length} at {latitude}</source>
        <translation>{length} на {latitude}</translation>
    </message>
    <message>
        <source>MGRS grid from 80° S to 84° N; nearer to the poles UPS holds and is not drawn</source>
        <translation>Сітка MGRS від 80° пд. ш. до 84° пн. ш.; ближче до полюсів діє UPS, її не накреслено</translation>
    </message>
    <message numerus="yes">
        <source>{n} row is copied as text.</source>
        <translation>
            <numerusform>{n} рядок скопійовано як текст.</numerusform>
            <numerusform>{n} рядки скопійовано як текст.</numerusform>
            <numerusform>{n} рядків скопійовано як текст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected row has no “{field}” and stays as it is.</source>
        <translation>
            <numerusform>{n} вибраний рядок не має «{field}» і лишається як є.</numerusform>
            <numerusform>{n} вибрані рядки не мають «{field}» і лишаються як є.</numerusform>
            <numerusform>{n} вибраних рядків не мають «{field}» і лишаються як є.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line with a warning sign says what came first, against the dates.</source>
        <translation>Лінія зі знаком попередження каже, що було раніше, всупереч датам.</translation>
    </message>
    <message>
        <source>Links that say what came first, while the dates say otherwise. Press to select them; either the link or a date is wrong.</source>
        <translation>Зв’язки кажуть, що було раніше, а дати – інше. Натисніть, щоб вибрати їх; хибний або зв’язок, або дата.</translation>
    </message>
    <message numerus="yes">
        <source>{n} against the dates</source>
        <translation>
            <numerusform>{n} всупереч датам</numerusform>
            <numerusform>{n} всупереч датам</numerusform>
            <numerusform>{n} всупереч датам</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} day</source>
        <translation>
            <numerusform>{n} день</numerusform>
            <numerusform>{n} дні</numerusform>
            <numerusform>{n} днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hour</source>
        <translation>
            <numerusform>{n} година</numerusform>
            <numerusform>{n} години</numerusform>
            <numerusform>{n} годин</numerusform>
        </translation>
    </message>
    <message>
        <source>Against the dates: {says} “{title}”</source>
        <translation>Всупереч датам: {says} «{title}»</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>As stated</source>
        <translation>Як указано</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>Який час</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Найраніше</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Найпізніше</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Пояс</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>На часовій шкалі</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>На карті</translation>
    </message>
    <message>
        <source>In the matrix and the elements</source>
        <translation>У матриці й складових</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>У таблиці</translation>
    </message>
    <message>
        <source>Go to it on the board</source>
        <translation>Перейти до нього на дошці</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Усе, що є</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Вибране</translation>
    </message>
    <message>
        <source>Very consistent; supports it strongly</source>
        <translation>Дуже узгоджується; сильно підтримує</translation>
    </message>
    <message>
        <source>Consistent; supports it</source>
        <translation>Узгоджується; підтримує</translation>
    </message>
    <message>
        <source>Neutral; bears on it</source>
        <translation>Нейтрально; стосується</translation>
    </message>
    <message>
        <source>Inconsistent; disputes it</source>
        <translation>Не узгоджується; заперечує</translation>
    </message>
    <message>
        <source>Very inconsistent; disputes it strongly</source>
        <translation>Дуже не узгоджується; рішуче заперечує</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Не застосовно</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>From time to time</source>
        <translation>Від часу до часу</translation>
    </message>
    <message>
        <source>From lane to lane</source>
        <translation>Від смуги до смуги</translation>
    </message>
    <message>
        <source>The first time, the last time</source>
        <translation>Перший час, останній час</translation>
    </message>
    <message>
        <source>Select the next one as well</source>
        <translation>Вибрати також наступний</translation>
    </message>
    <message>
        <source>Select it, or no longer</source>
        <translation>Вибрати або зняти вибір</translation>
    </message>
    <message>
        <source>Over a gap</source>
        <translation>Через прогалину</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Раніше, пізніше</translation>
    </message>
    <message>
        <source>Fold the lane, or unfold it</source>
        <translation>Згорнути або розгорнути смугу</translation>
    </message>
    <message>
        <source>Push the map</source>
        <translation>Посунути карту</translation>
    </message>
    <message>
        <source>Push it a little</source>
        <translation>Посунути трохи</translation>
    </message>
    <message>
        <source>From sign to sign</source>
        <translation>Від знака до знака</translation>
    </message>
    <message>
        <source>Part a sign, or go to it on the board</source>
        <translation>Розділити знак або перейти до нього на дошці</translation>
    </message>
    <message>
        <source>Measuring: set a point</source>
        <translation>Вимірювання: поставити точку</translation>
    </message>
    <message>
        <source>Measuring: take the last point back</source>
        <translation>Вимірювання: прибрати останню точку</translation>
    </message>
    <message>
        <source>Measuring: copy what was measured</source>
        <translation>Вимірювання: копіювати виміряне</translation>
    </message>
    <message>
        <source>All that can be entered</source>
        <translation>Усе, що можна ввести</translation>
    </message>
    <message>
        <source>Select the item of the column</source>
        <translation>Вибрати елемент стовпця</translation>
    </message>
    <message>
        <source>Select what the row stands for</source>
        <translation>Вибрати те, про що рядок</translation>
    </message>
    <message>
        <source>Set the item of the column aside</source>
        <translation>Відкласти елемент стовпця</translation>
    </message>
    <message>
        <source>Edit the cell, in all selected rows at once</source>
        <translation>Змінити клітинку, в усіх вибраних рядках одразу</translation>
    </message>
    <message>
        <source>What if {names} were not there?</source>
        <translation>Що, якби не було {names}?</translation>
    </message>
    <message numerus="yes">
        <source>What if {n} item were not there?</source>
        <translation>
            <numerusform>Що, якби {n} елемента не було?</numerusform>
            <numerusform>Що, якби {n} елементів не було?</numerusform>
            <numerusform>Що, якби {n} елементів не було?</numerusform>
        </translation>
    </message>
    <message>
        <source>for {change}</source>
        <translation>за {change}</translation>
    </message>
    <message>
        <source>against {change}</source>
        <translation>проти {change}</translation>
    </message>
    <message>
        <source>independent lines {change}</source>
        <translation>незалежних ліній {change}</translation>
    </message>
    <message>
        <source>Set aside: {names}.</source>
        <translation>Відкладено: {names}.</translation>
    </message>
    <message>
        <source>Select items to see what the case is without them.</source>
        <translation>Виберіть елементи, щоб побачити справу без них.</translation>
    </message>
    <message>
        <source>Every claim would stand as it does.</source>
        <translation>Кожне твердження лишилося б таким, як є.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Що, якби</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Зберегти як нотатку</translation>
    </message>
    <message>
        <source>Write what was found as a note on this board</source>
        <translation>Записати знайдене як нотатку на цій дошці</translation>
    </message>
    <message>
        <source>Count all items again</source>
        <translation>Знову враховувати всі елементи</translation>
    </message>
    <message>
        <source>Count all items again (Esc)</source>
        <translation>Знову враховувати всі елементи (Esc)</translation>
    </message>
    <message>
        <source>No claim is left of which that could be asked.</source>
        <translation>Не лишилося тверджень, про які це можна запитати.</translation>
    </message>
    <message>
        <source>Every other claim would stand as it does.</source>
        <translation>Кожне інше твердження стояло б так само.</translation>
    </message>
    <message numerus="yes">
        <source>{n} more claim</source>
        <translation>
            <numerusform>ще {n} твердження</numerusform>
            <numerusform>ще {n} твердження</numerusform>
            <numerusform>ще {n} тверджень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claim would stand otherwise:</source>
        <translation>
            <numerusform>{n} твердження стояло б інакше:</numerusform>
            <numerusform>{n} твердження стояли б інакше:</numerusform>
            <numerusform>{n} тверджень стояли б інакше:</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Знімок стану</translation>
    </message>
    <message>
        <source>Redaction profile</source>
        <translation>Профіль вилучень</translation>
    </message>
    <message>
        <source>Rest of a canvas</source>
        <translation>Решта полотна</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>Запис журналу</translation>
    </message>
    <message>
        <source>Hash of the entry</source>
        <translation>Хеш запису</translation>
    </message>
    <message>
        <source>Verdict “{word}”</source>
        <translation>Вердикт «{word}»</translation>
    </message>
    <message>
        <source>Grade: reliability of the source (A completely, E not, F cannot be judged) and credibility of what it says (1 confirmed, 5 improbable, 6 cannot be judged)</source>
        <translation>Оцінка: надійність джерела (A – цілком, E – ні, F – не можна оцінити) і вірогідність сказаного (1 – підтверджено, 5 – малоймовірно, 6 – не можна оцінити)</translation>
    </message>
    <message>
        <source>{type} ({certainty})</source>
        <translation>{type} ({certainty})</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Що означають знаки</translation>
    </message>
    <message>
        <source>What was written is no sound canvas ({reason}), so it was taken back.</source>
        <translation>Записане не є справним полотном ({reason}), тож його прибрано.</translation>
    </message>
    <message>
        <source>{title} (redacted)</source>
        <translation>{title} (з вилученнями)</translation>
    </message>
    <message>
        <source>A smaller file, not quite as sharp.</source>
        <translation>Менший файл, не такий чіткий.</translation>
    </message>
    <message>
        <source>Sharp at any size; the text can be searched. One page, or a poster of several.</source>
        <translation>Чітко за будь-якого розміру; у тексті можна шукати. Одна сторінка або плакат із кількох.</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Вузьке</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Широке</translation>
    </message>
    <message>
        <source>Board picture</source>
        <translation>Зображення дошки</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пкс</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Ширина в пікселях</translation>
    </message>
    <message>
        <source>Sheets side by side</source>
        <translation>Аркуші поруч</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Тло</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Numbered sources</source>
        <translation>Пронумеровані джерела</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Під ним</translation>
    </message>
    <message>
        <source>Current view</source>
        <translation>Те, що видно</translation>
    </message>
    <message>
        <source>Width…</source>
        <translation>Ширина…</translation>
    </message>
    <message>
        <source>One page of its size</source>
        <translation>Одна сторінка за розміром</translation>
    </message>
    <message>
        <source>Natural size</source>
        <translation>Природний розмір</translation>
    </message>
    <message numerus="yes">
        <source>{n} sheet wide</source>
        <translation>
            <numerusform>{n} аркуш завширшки</numerusform>
            <numerusform>{n} аркуші завширшки</numerusform>
            <numerusform>{n} аркушів завширшки</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawing “{name}”…</source>
        <translation>Малюємо «{name}»…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Показати в теці</translation>
    </message>
    <message>
        <source>The export was cancelled, and what was there before is kept.</source>
        <translation>Експорт скасовано, і те, що було раніше, збережено.</translation>
    </message>
    <message>
        <source>Select what is to be in the picture first.</source>
        <translation>Спершу виберіть, що має бути на зображенні.</translation>
    </message>
    <message>
        <source>There is no frame on this board.</source>
        <translation>На цій дошці немає рамки.</translation>
    </message>
    <message>
        <source>only what lies in one frame</source>
        <translation>лише те, що лежить в одній рамці</translation>
    </message>
    <message>
        <source>only what was in view</source>
        <translation>лише те, що було видно</translation>
    </message>
    <message>
        <source>{sheets}: {columns} × {rows}, at {percent} % of its natural size, and the caption on another</source>
        <translation>{sheets}: {columns} × {rows}, {percent} % природного розміру, і підпис на окремому</translation>
    </message>
    <message>
        <source>{width} × {height} units, at {percent} % to have room on one page</source>
        <translation>{width} × {height} одиниць, {percent} %, щоб уміститися на одній сторінці</translation>
    </message>
    <message>
        <source>{width} pixels would be more than {most} a unit, so no picture was made: it can be {widest} wide.</source>
        <translation>{width} пікселів – це більше ніж {most} на одиницю, тож зображення не створено: воно може бути завширшки {widest}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} sheet</source>
        <translation>
            <numerusform>{n} аркуш</numerusform>
            <numerusform>{n} аркуші</numerusform>
            <numerusform>{n} аркушів</numerusform>
        </translation>
    </message>
    <message>
        <source>redacted: parts of the case are left out</source>
        <translation>з вилученнями: частини справи тут немає</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Жодне</translation>
    </message>
    <message>
        <source>The picture would have {width} by {height} pixels, and a JPEG has {side} a side at the most, so none was made. Choose PNG or PDF, a smaller scale or a part of the board.</source>
        <translation>Зображення мало б {width} на {height} пікселів, а JPEG має щонайбільше {side} з кожного боку, тож його не створено. Виберіть PNG чи PDF, менший масштаб або частину дошки.</translation>
    </message>
    <message>
        <source>A JPEG of {width} by {height} pixels would need {needed} MB of memory, and {most} MB are the most, so none was made. Choose PNG, which is made in parts, or a smaller scale.</source>
        <translation>JPEG розміром {width} на {height} пікселів потребував би {needed} МБ пам’яті, а найбільше можна {most} МБ, тож його не створено. Виберіть PNG, який створюється частинами, або менший масштаб.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of {width} by {height} pixels, so none was made. Choose a smaller scale, or export it as PNG, SVG or PDF.</source>
        <translation>Для зображення {width} на {height} пікселів бракує пам’яті, тож його не створено. Виберіть менший масштаб або експортуйте його як PNG, SVG чи PDF.</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>Як у теми</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Біле</translation>
    </message>
    <message>
        <source>See-through</source>
        <translation>Прозоре</translation>
    </message>
    <message>
        <source>A board can be exported as PNG, JPEG, PDF or SVG, not as “{form}”.</source>
        <translation>Дошку можна експортувати як PNG, JPEG, PDF або SVG, а не як «{form}».</translation>
    </message>
    <message>
        <source>A picture can have {least} to {most} pixels a unit, not {scale}, so none was made.</source>
        <translation>Зображення може мати від {least} до {most} пікселів на одиницю, а не {scale}, тож його не створено.</translation>
    </message>
    <message>
        <source>A picture can be {least} to {most} pixels wide, not {width}, so none was made.</source>
        <translation>Зображення може бути завширшки від {least} до {most} пікселів, а не {width}, тож його не створено.</translation>
    </message>
    <message>
        <source>A margin can be 0 to {most} units wide, not {margin}, so no picture was made.</source>
        <translation>Поле може бути завширшки від 0 до {most} одиниць, а не {margin}, тож зображення не створено.</translation>
    </message>
    <message>
        <source>A dark theme needs its dark background, so no picture was made on white.</source>
        <translation>Темній темі потрібне її темне тло, тож зображення на білому не створено.</translation>
    </message>
    <message>
        <source>A JPEG cannot be see-through, so none was made. Choose PNG, or another background.</source>
        <translation>JPEG не може бути прозорим, тож його не створено. Виберіть PNG або інше тло.</translation>
    </message>
    <message>
        <source>A poster can be up to {most} pages wide, not {pages}, so none was made.</source>
        <translation>Плакат може бути завширшки до {most} сторінок, а не {pages}, тож його не створено.</translation>
    </message>
    <message>
        <source>Row {row} of {rows}, column {column} of {columns}</source>
        <translation>Ряд {row} з {rows}, стовпець {column} з {columns}</translation>
    </message>
    <message>
        <source>The poster would take {n} sheets, and {most} are the most, so none was made. Choose larger paper, or how many are to lie side by side.</source>
        <translation>Плакат зайняв би аркушів: {n}, а найбільше можна {most}, тож його не створено. Виберіть більший папір або скільки аркушів має лежати поруч.</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Остання сторінка</translation>
    </message>
    <message>
        <source>The verdict on “{claim}” has words that are not stored.</source>
        <translation>У вердикті щодо «{claim}» є незбережені слова.</translation>
    </message>
    <message>
        <source>This was not noted in the journal, as nothing changes here.</source>
        <translation>Це не зазначено в журналі, бо тут нічого не змінюється.</translation>
    </message>
    <message>
        <source>No item uses this file; it stays in the case.</source>
        <translation>Цей файл не використано в жодному елементі; він лишається у справі.</translation>
    </message>
    <message>
        <source>This was not noted in the journal: {why}</source>
        <translation>Це не зазначено в журналі: {why}</translation>
    </message>
    <message>
        <source>such as the north pier</source>
        <translation>напр. північний пірс</translation>
    </message>
    <message>
        <source>such as 12 × 3 m</source>
        <translation>напр. 12 × 3&#xa0;м</translation>
    </message>
    <message>
        <source>Marked region</source>
        <translation>Позначена область</translation>
    </message>
    <message>
        <source>Where in the image it is seen</source>
        <translation>Де на знімку це видно</translation>
    </message>
    <message>
        <source>Matched points</source>
        <translation>Зіставлені точки</translation>
    </message>
    <message>
        <source>Points that show the same in two files, as fractions of each picture</source>
        <translation>Точки, що показують те саме у двох файлах, у частках кожного зображення</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 файлу</translation>
    </message>
    <message>
        <source>Compared file</source>
        <translation>Порівнюваний файл</translation>
    </message>
    <message>
        <source>SHA-256 of the file it was compared with</source>
        <translation>SHA-256 файлу, з яким його порівняно</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>For each pair: x y in the file = x y in the other</source>
        <translation>Для кожної пари: x y у файлі = x y в іншому</translation>
    </message>
    <message>
        <source>Laid on it</source>
        <translation>Накладено</translation>
    </message>
    <message>
        <source>How one picture was laid on the other</source>
        <translation>Як одне зображення накладено на інше</translation>
    </message>
    <message>
        <source>Shifted, turned and scaled</source>
        <comment>option</comment>
        <translation>Зсув, поворот і масштаб</translation>
    </message>
    <message>
        <source>Affine</source>
        <comment>option</comment>
        <translation>Афінне</translation>
    </message>
    <message>
        <source>Homography</source>
        <comment>option</comment>
        <translation>Гомографія</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Збіг</translation>
    </message>
    <message>
        <source>How well the points agree</source>
        <translation>Наскільки точно збігаються точки</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>порівняння</translation>
    </message>
    <message>
        <source>An image shows that something was there, not whose it was or who knew of it.</source>
        <translation>Знімок показує, що щось там було, а не чиє воно було чи хто про це знав.</translation>
    </message>
    <message>
        <source>such as 120 × 35 mm</source>
        <translation>напр. 120 × 35&#xa0;мм</translation>
    </message>
    <message>
        <source>Sign by sign, with its lines and gaps. For what cannot be read: [...] with a dot for each sign, [---] where nobody knows how many</source>
        <translation>Знак за знаком, із рядками й проміжками. Замість того, що не читається: [...] з крапкою на кожен знак, [---], якщо ніхто не знає, скільки їх</translation>
    </message>
    <message>
        <source>Sign by sign</source>
        <translation>Знак за знаком</translation>
    </message>
    <message>
        <source>Region of the photo</source>
        <translation>Область на фото</translation>
    </message>
    <message>
        <source>Where on a photo this was read</source>
        <translation>Де на фото це прочитано</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Матеріали для порівняння</translation>
    </message>
    <message>
        <source>Reference material: what it was compared with, and where that comes from</source>
        <translation>Матеріали для порівняння: з чим це порівнювали й звідки воно</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Що це</translation>
    </message>
    <message>
        <source>How obtained</source>
        <translation>Як отримано</translation>
    </message>
    <message>
        <source>Examined by us</source>
        <comment>option</comment>
        <translation>Досліджено нами</translation>
    </message>
    <message>
        <source>the reference itself was at hand</source>
        <comment>option</comment>
        <translation>сам матеріал для порівняння був у розпорядженні</translation>
    </message>
    <message>
        <source>Published photo</source>
        <comment>option</comment>
        <translation>Опубліковане фото</translation>
    </message>
    <message>
        <source>Document of the manufacturer</source>
        <comment>option</comment>
        <translation>Документ виробника</translation>
    </message>
    <message>
        <source>Official report</source>
        <comment>option</comment>
        <translation>Офіційний звіт</translation>
    </message>
    <message>
        <source>of a panel, a court or a ministry</source>
        <comment>option</comment>
        <translation>групи експертів, суду чи міністерства</translation>
    </message>
    <message>
        <source>Museum or collection</source>
        <comment>option</comment>
        <translation>Музей або колекція</translation>
    </message>
    <message>
        <source>Database</source>
        <comment>option</comment>
        <translation>База даних</translation>
    </message>
    <message>
        <source>Given to us</source>
        <comment>option</comment>
        <translation>Передано нам</translation>
    </message>
    <message>
        <source>by somebody who had it</source>
        <comment>option</comment>
        <translation>тим, хто це мав</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Звідки</translation>
    </message>
    <message>
        <source>The place, book, page or number it comes from</source>
        <translation>Місце, книга, сторінка чи номер, звідки це взято</translation>
    </message>
    <message>
        <source>Region of the reference</source>
        <translation>Область матеріалу для порівняння</translation>
    </message>
    <message>
        <source>What of the reference it was compared with</source>
        <translation>З чим саме в цьому матеріалі порівнювали</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>матеріал для порівняння</translation>
    </message>
    <message>
        <source>How finely it is named; not how sure that is</source>
        <translation>Наскільки детально це визначено, а не наскільки це певно</translation>
    </message>
    <message>
        <source>what sort of thing it is, such as a missile or a drone</source>
        <comment>option</comment>
        <translation>якого роду ця річ, наприклад ракета чи дрон</translation>
    </message>
    <message>
        <source>one design of that family</source>
        <comment>option</comment>
        <translation>одна конструкція з цього сімейства</translation>
    </message>
    <message>
        <source>one version of that design</source>
        <comment>option</comment>
        <translation>одна версія цієї конструкції</translation>
    </message>
    <message>
        <source>the production run it was made in</source>
        <comment>option</comment>
        <translation>виробнича серія, у якій це виготовлено</translation>
    </message>
    <message>
        <source>this one object, by its number</source>
        <comment>option</comment>
        <translation>саме цей предмет, за його номером</translation>
    </message>
    <message>
        <source>Strength of the conclusion</source>
        <translation>Сила висновку</translation>
    </message>
    <message>
        <source>How firmly what was examined bears that out; not how finely it is named</source>
        <translation>Наскільки твердо досліджене підкріплює висновок, а не наскільки детально це визначено</translation>
    </message>
    <message>
        <source>it is not what it was taken for: this speaks against it</source>
        <comment>option</comment>
        <translation>це не те, чим його вважали: свідчить проти</translation>
    </message>
    <message>
        <source>what is there neither shows nor excludes it</source>
        <comment>option</comment>
        <translation>наявне цього не показує й не виключає</translation>
    </message>
    <message>
        <source>it fits, and it also fits others</source>
        <comment>option</comment>
        <translation>узгоджується з цим, але й з іншим</translation>
    </message>
    <message>
        <source>it fits, and is rarely seen elsewhere</source>
        <comment>option</comment>
        <translation>узгоджується й рідко трапляється деінде</translation>
    </message>
    <message>
        <source>it fits, and is seen nowhere else</source>
        <comment>option</comment>
        <translation>узгоджується й не трапляється більше ніде</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Альтернативи</translation>
    </message>
    <message>
        <source>What else it could be</source>
        <translation>Чим іще це може бути</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>Що ще</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>it is not ruled out</source>
        <comment>option</comment>
        <translation>не виключено</translation>
    </message>
    <message>
        <source>Set aside</source>
        <comment>option</comment>
        <translation>Відкинуто</translation>
    </message>
    <message>
        <source>it is ruled out, for the reason given</source>
        <comment>option</comment>
        <translation>виключено з наведеної причини</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Why it was set aside, or is kept</source>
        <translation>Чому це відкинуто або залишено</translation>
    </message>
    <message>
        <source>alternative</source>
        <translation>альтернатива</translation>
    </message>
    <message>
        <source>Debris shows what a thing is and who made it, not who handed it over, received or used it.</source>
        <translation>Уламки показують, що це за річ і хто її виготовив, а не хто її передав, отримав чи застосував.</translation>
    </message>
    <message>
        <source>Capture method</source>
        <translation>Спосіб збереження</translation>
    </message>
    <message>
        <source>Such as: whole page, logged out</source>
        <translation>Напр.: уся сторінка, без входу в обліковий запис</translation>
    </message>
    <message>
        <source>Comparison</source>
        <comment>section</comment>
        <translation>Порівняння</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Від позначки</translation>
    </message>
    <message>
        <source>What is marked on a file of the item there</source>
        <translation>Що позначено на файлі елемента на цьому кінці</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>До позначки</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Захищене</translation>
    </message>
    <message>
        <source>Not named on boards, in lists and in pictures of them</source>
        <translation>Не називається на дошках, у списках та на їхніх зображеннях</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>Хто імпортував</translation>
    </message>
    <message>
        <source>A</source>
        <comment>option</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Completely reliable</source>
        <comment>option</comment>
        <translation>Цілком надійне</translation>
    </message>
    <message>
        <source>B</source>
        <comment>option</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Usually reliable</source>
        <comment>option</comment>
        <translation>Зазвичай надійне</translation>
    </message>
    <message>
        <source>C</source>
        <comment>option</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>Fairly reliable</source>
        <comment>option</comment>
        <translation>Досить надійне</translation>
    </message>
    <message>
        <source>D</source>
        <comment>option</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>Not usually reliable</source>
        <comment>option</comment>
        <translation>Зазвичай ненадійне</translation>
    </message>
    <message>
        <source>E</source>
        <comment>option</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>Unreliable</source>
        <comment>option</comment>
        <translation>Ненадійне</translation>
    </message>
    <message>
        <source>F</source>
        <comment>option</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>Reliability cannot be judged</source>
        <comment>option</comment>
        <translation>Надійність оцінити неможливо</translation>
    </message>
    <message>
        <source>1</source>
        <comment>option</comment>
        <translation>1</translation>
    </message>
    <message>
        <source>Confirmed by other, independent sources</source>
        <comment>option</comment>
        <translation>Підтверджено іншими, незалежними джерелами</translation>
    </message>
    <message>
        <source>2</source>
        <comment>option</comment>
        <translation>2</translation>
    </message>
    <message>
        <source>Probably true</source>
        <comment>option</comment>
        <translation>Імовірно правдиве</translation>
    </message>
    <message>
        <source>3</source>
        <comment>option</comment>
        <translation>3</translation>
    </message>
    <message>
        <source>Possibly true</source>
        <comment>option</comment>
        <translation>Можливо правдиве</translation>
    </message>
    <message>
        <source>4</source>
        <comment>option</comment>
        <translation>4</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <comment>option</comment>
        <translation>Сумнівне</translation>
    </message>
    <message>
        <source>5</source>
        <comment>option</comment>
        <translation>5</translation>
    </message>
    <message>
        <source>Improbable</source>
        <comment>option</comment>
        <translation>Малоймовірне</translation>
    </message>
    <message>
        <source>6</source>
        <comment>option</comment>
        <translation>6</translation>
    </message>
    <message>
        <source>Truth cannot be judged</source>
        <comment>option</comment>
        <translation>Правдивість оцінити неможливо</translation>
    </message>
    <message>
        <source>Almost no chance</source>
        <comment>option</comment>
        <translation>Майже неможливо</translation>
    </message>
    <message>
        <source>1 to 5 %</source>
        <comment>option</comment>
        <translation>1–5&#xa0;%</translation>
    </message>
    <message>
        <source>Very unlikely</source>
        <comment>option</comment>
        <translation>Дуже малоймовірно</translation>
    </message>
    <message>
        <source>5 to 20 %</source>
        <comment>option</comment>
        <translation>5–20&#xa0;%</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <comment>option</comment>
        <translation>Малоймовірно</translation>
    </message>
    <message>
        <source>20 to 45 %</source>
        <comment>option</comment>
        <translation>20–45&#xa0;%</translation>
    </message>
    <message>
        <source>Roughly even chance</source>
        <comment>option</comment>
        <translation>Приблизно рівні шанси</translation>
    </message>
    <message>
        <source>45 to 55 %</source>
        <comment>option</comment>
        <translation>45–55&#xa0;%</translation>
    </message>
    <message>
        <source>Likely</source>
        <comment>option</comment>
        <translation>Імовірно</translation>
    </message>
    <message>
        <source>55 to 80 %</source>
        <comment>option</comment>
        <translation>55–80&#xa0;%</translation>
    </message>
    <message>
        <source>Very likely</source>
        <comment>option</comment>
        <translation>Дуже ймовірно</translation>
    </message>
    <message>
        <source>80 to 95 %</source>
        <comment>option</comment>
        <translation>80–95&#xa0;%</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <comment>option</comment>
        <translation>Майже напевно</translation>
    </message>
    <message>
        <source>95 to 99 %</source>
        <comment>option</comment>
        <translation>95–99&#xa0;%</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>option</comment>
        <translation>Низька</translation>
    </message>
    <message>
        <source>The basis is scant, questionable or fragmented</source>
        <comment>option</comment>
        <translation>Підстави мізерні, сумнівні або уривчасті</translation>
    </message>
    <message>
        <source>The basis is credible and plausible, not enough for more</source>
        <comment>option</comment>
        <translation>Підстави достовірні й правдоподібні, але для більшого їх замало</translation>
    </message>
    <message>
        <source>High</source>
        <comment>option</comment>
        <translation>Висока</translation>
    </message>
    <message>
        <source>The basis is of high quality and comes from several origins</source>
        <comment>option</comment>
        <translation>Підстави високої якості й кількох різних походжень</translation>
    </message>
    <message>
        <source>True</source>
        <comment>option</comment>
        <translation>Правда</translation>
    </message>
    <message>
        <source>Accurate, nothing significant missing</source>
        <comment>option</comment>
        <translation>Точно, нічого істотного не пропущено</translation>
    </message>
    <message>
        <source>Mostly true</source>
        <comment>option</comment>
        <translation>Здебільшого правда</translation>
    </message>
    <message>
        <source>Accurate, needs clarification</source>
        <comment>option</comment>
        <translation>Точно, але потребує уточнення</translation>
    </message>
    <message>
        <source>Mixed</source>
        <comment>option</comment>
        <translation>Частково правда</translation>
    </message>
    <message>
        <source>Accurate and inaccurate parts of like weight</source>
        <comment>option</comment>
        <translation>Точного й неточного приблизно порівну</translation>
    </message>
    <message>
        <source>Misleading</source>
        <comment>option</comment>
        <translation>Вводить в оману</translation>
    </message>
    <message>
        <source>Accurate words, wrong impression</source>
        <comment>option</comment>
        <translation>Слова точні, враження хибне</translation>
    </message>
    <message>
        <source>Missing context</source>
        <comment>option</comment>
        <translation>Бракує контексту</translation>
    </message>
    <message>
        <source>Cannot be understood rightly as it stands</source>
        <comment>option</comment>
        <translation>У такому вигляді правильно зрозуміти неможливо</translation>
    </message>
    <message>
        <source>Unproven</source>
        <comment>option</comment>
        <translation>Не доведено</translation>
    </message>
    <message>
        <source>The evidence decides neither way</source>
        <comment>option</comment>
        <translation>Докази не схиляють у жоден бік</translation>
    </message>
    <message>
        <source>Mostly false</source>
        <comment>option</comment>
        <translation>Здебільшого неправда</translation>
    </message>
    <message>
        <source>An element of truth, otherwise wrong</source>
        <comment>option</comment>
        <translation>Частка правди є, решта хибна</translation>
    </message>
    <message>
        <source>False</source>
        <comment>option</comment>
        <translation>Неправда</translation>
    </message>
    <message>
        <source>Not accurate</source>
        <comment>option</comment>
        <translation>Не відповідає дійсності</translation>
    </message>
    <message>
        <source>Not meant as a statement of fact</source>
        <comment>option</comment>
        <translation>Не подано як твердження про факт</translation>
    </message>
    <message>
        <source>CC</source>
        <comment>option</comment>
        <translation>CC</translation>
    </message>
    <message>
        <source>Very consistent</source>
        <comment>option</comment>
        <translation>Цілком узгоджується</translation>
    </message>
    <message>
        <source>Consistent</source>
        <comment>option</comment>
        <translation>Узгоджується</translation>
    </message>
    <message>
        <source>N</source>
        <comment>option</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>Neutral</source>
        <comment>option</comment>
        <translation>Нейтрально</translation>
    </message>
    <message>
        <source>I</source>
        <comment>option</comment>
        <translation>I</translation>
    </message>
    <message>
        <source>Inconsistent</source>
        <comment>option</comment>
        <translation>Суперечить</translation>
    </message>
    <message>
        <source>II</source>
        <comment>option</comment>
        <translation>II</translation>
    </message>
    <message>
        <source>Very inconsistent</source>
        <comment>option</comment>
        <translation>Цілком суперечить</translation>
    </message>
    <message>
        <source>n/a</source>
        <comment>option</comment>
        <translation>н/з</translation>
    </message>
    <message>
        <source>Says nothing to this claim by its nature</source>
        <comment>option</comment>
        <translation>За своєю природою нічого не каже про це твердження</translation>
    </message>
    <message>
        <source>–</source>
        <comment>option</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <comment>option</comment>
        <translation>Ще не оцінено</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <comment>option</comment>
        <translation>Відкладено</translation>
    </message>
    <message>
        <source>Known, and set aside for a reason</source>
        <comment>option</comment>
        <translation>Відоме й відкладене з причини</translation>
    </message>
    <message>
        <source>Reopened</source>
        <comment>option</comment>
        <translation>Повернуто</translation>
    </message>
    <message>
        <source>To be asked again</source>
        <comment>option</comment>
        <translation>Запитати знову</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Нова справа…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>В&amp;ідкрити…</translation>
    </message>
    <message>
        <source>Open the e&amp;xample case</source>
        <translation>Відкрити приклад &amp;справи</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Зберегти &amp;копію…</translation>
    </message>
    <message>
        <source>&amp;Verify case…</source>
        <translation>&amp;Перевірити справу…</translation>
    </message>
    <message>
        <source>Case &amp;details</source>
        <translation>Ві&amp;домості про справу</translation>
    </message>
    <message>
        <source>Your name in the &amp;journal…</source>
        <translation>Ваше ім’я в &amp;журналі…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>&amp;Закрити справу</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Вийти</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>В&amp;ирізати</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>К&amp;опіювати</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Вставити</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Дуб&amp;лювати</translation>
    </message>
    <message>
        <source>Delete from the &amp;case…</source>
        <translation>Видалити зі &amp;справи…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Вибрати вс&amp;е</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>Зняти виб&amp;ір</translation>
    </message>
    <message>
        <source>&amp;Edit title</source>
        <translation>З&amp;мінити назву</translation>
    </message>
    <message>
        <source>&amp;Link selected…</source>
        <translation>&amp;Зв’язати вибране…</translation>
    </message>
    <message>
        <source>Re&amp;verse link</source>
        <translation>&amp;Розвернути зв’язок</translation>
    </message>
    <message>
        <source>Chan&amp;ge type of link…</source>
        <translation>Змінити &amp;тип зв’язку…</translation>
    </message>
    <message>
        <source>Straig&amp;hten string</source>
        <translation>Випр&amp;ямити нитку</translation>
    </message>
    <message>
        <source>&amp;Credibility of the item…</source>
        <translation>&amp;Достовірність елемента…</translation>
    </message>
    <message>
        <source>&amp;Reliability of its source…</source>
        <translation>&amp;Надійність його джерела…</translation>
    </message>
    <message>
        <source>Write &amp;a verdict…</source>
        <translation>Написати ве&amp;рдикт…</translation>
    </message>
    <message>
        <source>&amp;Sources and grades</source>
        <translation>Джерела &amp;й ступені</translation>
    </message>
    <message>
        <source>&amp;Weak points</source>
        <translation>С&amp;лабкі місця</translation>
    </message>
    <message>
        <source>Go to where the link &amp;begins</source>
        <translation>Перейти до по&amp;чатку зв’язку</translation>
    </message>
    <message>
        <source>Go to &amp;where the link ends</source>
        <translation>Перейти до кінця зв’язк&amp;у</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Зна&amp;йти…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Знайти &amp;наступне</translation>
    </message>
    <message>
        <source>F&amp;ind previous</source>
        <translation>Знайти попере&amp;днє</translation>
    </message>
    <message>
        <source>Find or run a co&amp;mmand…</source>
        <translation>Знайти &amp;або виконати команду…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Нала&amp;штування…</translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>&amp;Твердження</translation>
    </message>
    <message>
        <source>&amp;Satellite image</source>
        <translation>С&amp;упутниковий знімок</translation>
    </message>
    <message>
        <source>Debris &amp;analysis</source>
        <translation>&amp;Аналіз уламків</translation>
    </message>
    <message>
        <source>&amp;Official statement</source>
        <translation>Офіційна &amp;заява</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>Д&amp;окумент</translation>
    </message>
    <message>
        <source>Med&amp;ia</source>
        <translation>&amp;Медіа</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation>&amp;Подія</translation>
    </message>
    <message>
        <source>E&amp;ntity</source>
        <translation>&amp;Сутність</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>&amp;Нотатка</translation>
    </message>
    <message>
        <source>Fi&amp;les…</source>
        <translation>&amp;Файли…</translation>
    </message>
    <message>
        <source>Folde&amp;r of files…</source>
        <translation>Т&amp;ека з файлами…</translation>
    </message>
    <message>
        <source>&amp;Web address…</source>
        <translation>&amp;Вебадреса…</translation>
    </message>
    <message>
        <source>Details of the ca&amp;pture…</source>
        <translation>Відомості про збереження &amp;копії…</translation>
    </message>
    <message>
        <source>Con&amp;vert to another kind…</source>
        <translation>Зробити ін&amp;шим видом…</translation>
    </message>
    <message>
        <source>Fra&amp;me around selection</source>
        <translation>Рамка довкола вибрано&amp;го</translation>
    </message>
    <message>
        <source>&amp;Board…</source>
        <translation>&amp;Дошка…</translation>
    </message>
    <message>
        <source>Bring &amp;forward</source>
        <translation>&amp;Перенести вперед</translation>
    </message>
    <message>
        <source>Send &amp;backward</source>
        <translation>П&amp;еренести назад</translation>
    </message>
    <message>
        <source>Bring to f&amp;ront</source>
        <translation>Н&amp;а передній план</translation>
    </message>
    <message>
        <source>Send to bac&amp;k</source>
        <translation>&amp;На задній план</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>За &amp;лівим краєм</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>&amp;За центром</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>За &amp;правим краєм</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>За &amp;верхнім краєм</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>За &amp;серединою</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>За &amp;нижнім краєм</translation>
    </message>
    <message>
        <source>Equal gaps &amp;across</source>
        <translation>Рівні &amp;проміжки по горизонталі</translation>
    </message>
    <message>
        <source>Equal gaps &amp;down</source>
        <translation>&amp;Рівні проміжки по вертикалі</translation>
    </message>
    <message>
        <source>In one &amp;row</source>
        <translation>&amp;В один ряд</translation>
    </message>
    <message>
        <source>In one &amp;column</source>
        <translation>В &amp;один стовпець</translation>
    </message>
    <message>
        <source>In a &amp;grid</source>
        <translation>&amp;Сіткою</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Ширина</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Висота</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Ширина &amp;й висота</translation>
    </message>
    <message>
        <source>By links, to the &amp;right</source>
        <translation>За зв’язками, &amp;праворуч</translation>
    </message>
    <message>
        <source>By links, &amp;downwards</source>
        <translation>&amp;За зв’язками, донизу</translation>
    </message>
    <message>
        <source>By &amp;time, along a scale</source>
        <translation>За &amp;часом, уздовж шкали</translation>
    </message>
    <message>
        <source>By &amp;kind, in columns</source>
        <translation>За &amp;видом, стовпцями</translation>
    </message>
    <message>
        <source>&amp;Around one card</source>
        <translation>&amp;Довкола однієї картки</translation>
    </message>
    <message>
        <source>&amp;Height to content</source>
        <translation>&amp;Висота за вмістом</translation>
    </message>
    <message>
        <source>Lock or u&amp;nlock</source>
        <translation>Замкну&amp;ти або відімкнути</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>Закр&amp;іпити або відкріпити</translation>
    </message>
    <message>
        <source>&amp;Collapse or expand frame</source>
        <translation>&amp;Згорнути або розгорнути рамку</translation>
    </message>
    <message>
        <source>Remove fra&amp;me, keep the cards</source>
        <translation>Прибрати рамку, картки &amp;лишити</translation>
    </message>
    <message>
        <source>&amp;As its kind</source>
        <translation>За &amp;видом</translation>
    </message>
    <message>
        <source>&amp;Rust</source>
        <translation>&amp;Іржавий</translation>
    </message>
    <message>
        <source>&amp;Ochre</source>
        <translation>В&amp;охристий</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>&amp;Жовтий</translation>
    </message>
    <message>
        <source>&amp;Moss</source>
        <translation>&amp;Моховий</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>&amp;Зелений</translation>
    </message>
    <message>
        <source>&amp;Teal</source>
        <translation>&amp;Бірюзовий</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>&amp;Синій</translation>
    </message>
    <message>
        <source>&amp;Violet</source>
        <translation>&amp;Фіолетовий</translation>
    </message>
    <message>
        <source>&amp;Plum</source>
        <translation>С&amp;ливовий</translation>
    </message>
    <message>
        <source>&amp;Slate</source>
        <translation>Сл&amp;анцевий</translation>
    </message>
    <message>
        <source>Snap to edges and &amp;gaps</source>
        <translation>Пр&amp;илипати до країв і проміжків</translation>
    </message>
    <message>
        <source>Snap to the gri&amp;d</source>
        <translation>Прилипати &amp;до сітки</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>Спра&amp;вжній розмір</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>У&amp;містити все</translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation>Уміст&amp;ити вибране</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>&amp;Фільтр…</translation>
    </message>
    <message>
        <source>A step &amp;further</source>
        <translation>&amp;На крок далі</translation>
    </message>
    <message>
        <source>A step &amp;less far</source>
        <translation>На &amp;крок ближче</translation>
    </message>
    <message>
        <source>&amp;Show independent lines</source>
        <translation>Показати незале&amp;жні лінії</translation>
    </message>
    <message>
        <source>&amp;Without what is selected</source>
        <translation>&amp;Без вибраного</translation>
    </message>
    <message>
        <source>Without all of its &amp;origin</source>
        <translation>Без усього того самого п&amp;оходження</translation>
    </message>
    <message>
        <source>&amp;Count all again</source>
        <translation>&amp;Знову враховувати все</translation>
    </message>
    <message>
        <source>Show ever&amp;ything on the board</source>
        <translation>Показати все на до&amp;шці</translation>
    </message>
    <message>
        <source>&amp;Next board</source>
        <translation>&amp;Наступна дошка</translation>
    </message>
    <message>
        <source>Pre&amp;vious board</source>
        <translation>П&amp;опередня дошка</translation>
    </message>
    <message>
        <source>Place on &amp;another board…</source>
        <translation>&amp;Розмістити на іншій дошці…</translation>
    </message>
    <message>
        <source>See files in full &amp;quality</source>
        <translation>Переглянути &amp;файли в повній якості</translation>
    </message>
    <message>
        <source>Compare &amp;2 files: swipe, blink…</source>
        <translation>Порівняти &amp;2 файли: шторка, блимання…</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>Часова &amp;шкала</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>Ка&amp;рта</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>Т&amp;аблиця</translation>
    </message>
    <message>
        <source>Matrix of &amp;competing claims</source>
        <translation>Матриця &amp;конкурентних тверджень</translation>
    </message>
    <message>
        <source>&amp;Elements of a claim</source>
        <translation>&amp;Елементи твердження</translation>
    </message>
    <message>
        <source>In the &amp;place of the boards</source>
        <translation>На місці &amp;дошок</translation>
    </message>
    <message>
        <source>C&amp;lose the views</source>
        <translation>&amp;Закрити вигляди</translation>
    </message>
    <message>
        <source>Ne&amp;xt part of the window</source>
        <translation>Наступна &amp;частина вікна</translation>
    </message>
    <message>
        <source>&amp;Part of the window before</source>
        <translation>&amp;Попередня частина вікна</translation>
    </message>
    <message>
        <source>Bac&amp;k to the board before</source>
        <translation>Назад до попередньо&amp;ї дошки</translation>
    </message>
    <message>
        <source>&amp;Go into the board of a card</source>
        <translation>Пере&amp;йти на дошку картки</translation>
    </message>
    <message>
        <source>O&amp;utline and search</source>
        <translation>&amp;Структура й пошук</translation>
    </message>
    <message>
        <source>Inspe&amp;ctor</source>
        <translation>&amp;Інспектор</translation>
    </message>
    <message>
        <source>Map of the &amp;board</source>
        <translation>М&amp;апа дошки</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Як у системі</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Світла</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Темна</translation>
    </message>
    <message>
        <source>&amp;Cork</source>
        <translation>&amp;Корок</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Друк</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Клавіатура й миша</translation>
    </message>
    <message>
        <source>&amp;Take the tour</source>
        <translation>&amp;Ознайомлення</translation>
    </message>
    <message>
        <source>&amp;About Caseboard</source>
        <translation>&amp;Про Caseboard</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>Інструмент «Вибір»</translation>
    </message>
    <message>
        <source>Lasso tool</source>
        <translation>Інструмент «Ласо»</translation>
    </message>
    <message>
        <source>Hand tool</source>
        <translation>Інструмент «Рука»</translation>
    </message>
    <message>
        <source>Link tool</source>
        <translation>Інструмент «Зв’язок»</translation>
    </message>
    <message>
        <source>Frame tool</source>
        <translation>Інструмент «Рамка»</translation>
    </message>
    <message>
        <source>Note tool</source>
        <translation>Інструмент «Нотатка»</translation>
    </message>
    <message>
        <source>Text tool</source>
        <translation>Інструмент «Текст»</translation>
    </message>
    <message>
        <source>Hand tool for as long as it is held</source>
        <translation>Інструмент «Рука», поки натиснуто</translation>
    </message>
    <message>
        <source>Nudge what is selected</source>
        <translation>Посунути вибране</translation>
    </message>
    <message>
        <source>Nudge ten times as far</source>
        <translation>Посунути вдесятеро далі</translation>
    </message>
    <message>
        <source>Walk to the next card that way</source>
        <translation>Перейти до найближчої картки в той бік</translation>
    </message>
    <message>
        <source>Walk there and add it to the selection</source>
        <translation>Перейти туди й додати картку до вибраного</translation>
    </message>
    <message>
        <source>Next card in reading order</source>
        <translation>Наступна картка в порядку читання</translation>
    </message>
    <message>
        <source>Card before in reading order</source>
        <translation>Попередня картка в порядку читання</translation>
    </message>
    <message>
        <source>Along a string, to its end or its start</source>
        <translation>Уздовж нитки, до її кінця або початку</translation>
    </message>
    <message>
        <source>Next string of the same card, or the one before</source>
        <translation>Наступна або попередня нитка тієї самої картки</translation>
    </message>
    <message>
        <source>Edit the title of what is selected</source>
        <translation>Змінити назву вибраного</translation>
    </message>
    <message>
        <source>Leave a drag, the tool, the selection, and looking around it</source>
        <translation>Вийти з перетягування, інструмента, вибору й огляду довкола нього</translation>
    </message>
    <message>
        <source>Look a step further around what is selected</source>
        <translation>Огляд довкола вибраного на крок далі</translation>
    </message>
    <message>
        <source>Look a step less far around it</source>
        <translation>Огляд довкола нього на крок ближче</translation>
    </message>
    <message>
        <source>Look one step around it; 2 to 9 for as many</source>
        <translation>Огляд довкола нього на один крок; 2–9 – на стільки кроків</translation>
    </message>
    <message>
        <source>Look around nothing</source>
        <translation>Без огляду довкола</translation>
    </message>
    <message>
        <source>Menu of what is selected</source>
        <translation>Меню вибраного</translation>
    </message>
    <message>
        <source>Stands beside every change of a case; without one you are an “unnamed user”.</source>
        <translation>Стоїть біля кожної зміни справи; без нього ви – «користувач без імені».</translation>
    </message>
    <message>
        <source>Snap to edges, middles and gaps</source>
        <translation>Прилипати до країв, середин і проміжків</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Увімкнено</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Вимкнено</translation>
    </message>
    <message>
        <source>While something is moved, sized or drawn. Ctrl suspends it.</source>
        <translation>Коли щось пересувають, змінюють його розмір або малюють. Ctrl це призупиняє.</translation>
    </message>
    <message>
        <source>Snap to the grid</source>
        <translation>Прилипати до сітки</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Of the window; what a case holds stays as it was written.</source>
        <translation>Мова вікна; те, що є у справі, лишається таким, як написано.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
    <message>
        <source>Cork</source>
        <translation>Корок</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Друк</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Nothing is stored yet. Return takes “{name}”.</source>
        <translation>Ще нічого не збережено. Enter бере «{name}».</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Звичайно</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Високий</translation>
    </message>
    <message>
        <source>High contrast has a light and a dark look of its own, in place of the theme.</source>
        <translation>Високий контраст має власний світлий і власний темний вигляд замість теми.</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Розмір тексту й елементів керування</translation>
    </message>
    <message>
        <source>Normal, 100 %</source>
        <translation>Звичайний, 100&#xa0;%</translation>
    </message>
    <message>
        <source>110 %</source>
        <translation>110&#xa0;%</translation>
    </message>
    <message>
        <source>125 %</source>
        <translation>125&#xa0;%</translation>
    </message>
    <message>
        <source>150 %</source>
        <translation>150&#xa0;%</translation>
    </message>
    <message>
        <source>175 %</source>
        <translation>175&#xa0;%</translation>
    </message>
    <message>
        <source>200 %</source>
        <translation>200&#xa0;%</translation>
    </message>
    <message>
        <source>What lies on a board grows with its zoom alone.</source>
        <translation>Те, що лежить на дошці, росте лише з її масштабом.</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Рух</translation>
    </message>
    <message>
        <source>Off, nothing flies or glides: it is at once where it goes.</source>
        <translation>Якщо вимкнено, ніщо не летить і не ковзає: усе одразу на своєму місці.</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Коліщатко</translation>
    </message>
    <message>
        <source>Mouse zooms, track pad pans</source>
        <translation>Миша масштабує, сенсорна панель пересуває</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>Масштабує</translation>
    </message>
    <message>
        <source>Pans</source>
        <translation>Пересуває</translation>
    </message>
    <message>
        <source>Wheel turned away from you</source>
        <translation>Коліщатко від себе</translation>
    </message>
    <message>
        <source>Zooms in</source>
        <translation>Збільшує</translation>
    </message>
    <message>
        <source>Zooms out</source>
        <translation>Зменшує</translation>
    </message>
    <message>
        <source>Speed of zooming</source>
        <translation>Швидкість масштабування</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>Удвічі повільніше</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>Удвічі швидше</translation>
    </message>
    <message>
        <source>Button that moves the board</source>
        <translation>Кнопка, що пересуває дошку</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Середня</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Обидві</translation>
    </message>
    <message>
        <source>A right click without a drag opens the menu all the same.</source>
        <translation>Клацання правою кнопкою без перетягування однаково відкриває меню.</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Вибирає</translation>
    </message>
    <message>
        <source>Moves the board</source>
        <translation>Пересуває дошку</translation>
    </message>
    <message>
        <source>Where it moves the board, Shift and a drag select.</source>
        <translation>Якщо так пересувають дошку, вибирають перетягуванням із Shift.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Нічого</translation>
    </message>
    <message>
        <source>Pinch with two fingers</source>
        <translation>Щипок двома пальцями</translation>
    </message>
    <message>
        <source>Speed of pinching</source>
        <translation>Швидкість щипка</translation>
    </message>
    <message>
        <source>Source reliability</source>
        <translation>Надійність джерела</translation>
    </message>
    <message>
        <source>Information credibility</source>
        <translation>Достовірність інформації</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>Імовірність</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Упевненість</translation>
    </message>
    <message>
        <source>Consistency with a claim</source>
        <translation>Узгодженість із твердженням</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Слабкі місця</translation>
    </message>
    <message>
        <source>&amp;Board picture…</source>
        <translation>&amp;Зображення дошки…</translation>
    </message>
    <message>
        <source>Export &amp;again</source>
        <translation>Експортувати &amp;ще раз</translation>
    </message>
    <message>
        <source>&amp;View beside the board…</source>
        <translation>&amp;Вигляд поруч із дошкою…</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;Збільшити</translation>
    </message>
    <message>
        <source>&amp;Out</source>
        <translation>З&amp;меншити</translation>
    </message>
    <message>
        <source>January</source>
        <translation>січень</translation>
    </message>
    <message>
        <source>February</source>
        <translation>лютий</translation>
    </message>
    <message>
        <source>March</source>
        <translation>березень</translation>
    </message>
    <message>
        <source>April</source>
        <translation>квітень</translation>
    </message>
    <message>
        <source>May</source>
        <translation>травень</translation>
    </message>
    <message>
        <source>June</source>
        <translation>червень</translation>
    </message>
    <message>
        <source>July</source>
        <translation>липень</translation>
    </message>
    <message>
        <source>August</source>
        <translation>серпень</translation>
    </message>
    <message>
        <source>September</source>
        <translation>вересень</translation>
    </message>
    <message>
        <source>October</source>
        <translation>жовтень</translation>
    </message>
    <message>
        <source>November</source>
        <translation>листопад</translation>
    </message>
    <message>
        <source>December</source>
        <translation>грудень</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>січ.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>лют.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>бер.</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>квіт.</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>черв.</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>лип.</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>серп.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>вер.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>жовт.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>лист.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>груд.</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>весна</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>літо</translation>
    </message>
    <message>
        <source>autumn</source>
        <translation>осінь</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>зима</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Справа</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Додати</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>&amp;Розташувати</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Д&amp;овідка</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Експорт</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>О&amp;цінити</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>Ви&amp;рівняти</translation>
    </message>
    <message>
        <source>Di&amp;stribute and pack</source>
        <translation>Розподілити й у&amp;щільнити</translation>
    </message>
    <message>
        <source>Match si&amp;ze</source>
        <translation>Зрівн&amp;яти розмір</translation>
    </message>
    <message>
        <source>Look aroun&amp;d what is selected</source>
        <translation>О&amp;гляд довкола вибраного</translation>
    </message>
    <message>
        <source>T&amp;idy</source>
        <translation>&amp;Упорядкувати</translation>
    </message>
    <message>
        <source>Colo&amp;ur</source>
        <translation>&amp;Колір</translation>
    </message>
    <message>
        <source>Z&amp;oom</source>
        <translation>&amp;Зміна масштабу</translation>
    </message>
    <message>
        <source>Wh&amp;at if</source>
        <translation>&amp;Що, якби</translation>
    </message>
    <message>
        <source>Sav&amp;ed views</source>
        <translation>З&amp;бережені вигляди</translation>
    </message>
    <message>
        <source>Sho&amp;w on other boards</source>
        <translation>Показати на інших &amp;дошках</translation>
    </message>
    <message>
        <source>Files in full &amp;quality</source>
        <translation>Файли в повній &amp;якості</translation>
    </message>
    <message>
        <source>T&amp;imeline, map and tables</source>
        <translation>Часова шкала, карта й табли&amp;ці</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Загальні</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Зовнішній вигляд</translation>
    </message>
    <message>
        <source>Mouse and track pad</source>
        <translation>Миша й тачпад</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавіатура</translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation>Спершу відкрийте справу.</translation>
    </message>
    <message>
        <source>Open a case that may be changed first.</source>
        <translation>Спершу відкрийте справу, яку можна змінювати.</translation>
    </message>
    <message>
        <source>Select something first.</source>
        <translation>Спершу щось виберіть.</translation>
    </message>
    <message>
        <source>Select a card first.</source>
        <translation>Спершу виберіть картку.</translation>
    </message>
    <message>
        <source>Select a card or a frame first.</source>
        <translation>Спершу виберіть картку або рамку.</translation>
    </message>
    <message>
        <source>Select a frame first.</source>
        <translation>Спершу виберіть рамку.</translation>
    </message>
    <message>
        <source>Select a link first.</source>
        <translation>Спершу виберіть зв’язок.</translation>
    </message>
    <message>
        <source>Select a card, a frame or a link first.</source>
        <translation>Спершу виберіть картку, рамку або зв’язок.</translation>
    </message>
    <message>
        <source>Select two cards or frames first.</source>
        <translation>Спершу виберіть дві картки або рамки.</translation>
    </message>
    <message>
        <source>Select three cards or frames first.</source>
        <translation>Спершу виберіть три картки або рамки.</translation>
    </message>
    <message>
        <source>Select an item or a source first.</source>
        <translation>Спершу виберіть елемент або джерело.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Немає чого скасовувати.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Немає чого повторювати.</translation>
    </message>
    <message>
        <source>Light, high contrast</source>
        <translation>Світла, високий контраст</translation>
    </message>
    <message>
        <source>Dark, high contrast</source>
        <translation>Темна, високий контраст</translation>
    </message>
    <message>
        <source>Colour cont&amp;rast</source>
        <translation>Контраст ко&amp;льорів</translation>
    </message>
    <message>
        <source>Si&amp;ze of text and controls</source>
        <translation>&amp;Розмір тексту й елементів керування</translation>
    </message>
    <message>
        <source>&amp;Movement</source>
        <translation>Р&amp;ух</translation>
    </message>
    <message>
        <source>W&amp;heel</source>
        <translation>&amp;Коліщатко</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Звичайний</translation>
    </message>
    <message>
        <source>&amp;High</source>
        <translation>&amp;Високий</translation>
    </message>
    <message>
        <source>&amp;Normal, 100 %</source>
        <translation>&amp;Звичайний, 100&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;110 %</source>
        <translation>&amp;110&#xa0;%</translation>
    </message>
    <message>
        <source>1&amp;25 %</source>
        <translation>12&amp;5&#xa0;%</translation>
    </message>
    <message>
        <source>15&amp;0 %</source>
        <translation>15&amp;0&#xa0;%</translation>
    </message>
    <message>
        <source>1&amp;75 %</source>
        <translation>1&amp;75&#xa0;%</translation>
    </message>
    <message>
        <source>200 &amp;%</source>
        <translation>&amp;200&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Увімкнено</translation>
    </message>
    <message>
        <source>O&amp;ff</source>
        <translation>&amp;Вимкнено</translation>
    </message>
    <message>
        <source>&amp;Mouse zooms, track pad pans</source>
        <translation>Миша масштабує, &amp;сенсорна панель пересуває</translation>
    </message>
    <message>
        <source>&amp;Zooms</source>
        <translation>&amp;Масштабує</translation>
    </message>
    <message>
        <source>&amp;Pans</source>
        <translation>&amp;Пересуває</translation>
    </message>
    <message>
        <source>January</source>
        <comment>of a day</comment>
        <translation>січня</translation>
    </message>
    <message>
        <source>February</source>
        <comment>of a day</comment>
        <translation>лютого</translation>
    </message>
    <message>
        <source>March</source>
        <comment>of a day</comment>
        <translation>березня</translation>
    </message>
    <message>
        <source>April</source>
        <comment>of a day</comment>
        <translation>квітня</translation>
    </message>
    <message>
        <source>May</source>
        <comment>of a day</comment>
        <translation>травня</translation>
    </message>
    <message>
        <source>June</source>
        <comment>of a day</comment>
        <translation>червня</translation>
    </message>
    <message>
        <source>July</source>
        <comment>of a day</comment>
        <translation>липня</translation>
    </message>
    <message>
        <source>August</source>
        <comment>of a day</comment>
        <translation>серпня</translation>
    </message>
    <message>
        <source>September</source>
        <comment>of a day</comment>
        <translation>вересня</translation>
    </message>
    <message>
        <source>October</source>
        <comment>of a day</comment>
        <translation>жовтня</translation>
    </message>
    <message>
        <source>November</source>
        <comment>of a day</comment>
        <translation>листопада</translation>
    </message>
    <message>
        <source>December</source>
        <comment>of a day</comment>
        <translation>грудня</translation>
    </message>
    <message>
        <source>Jan</source>
        <comment>of a day</comment>
        <translation>січ.</translation>
    </message>
    <message>
        <source>Feb</source>
        <comment>of a day</comment>
        <translation>лют.</translation>
    </message>
    <message>
        <source>Mar</source>
        <comment>of a day</comment>
        <translation>бер.</translation>
    </message>
    <message>
        <source>Apr</source>
        <comment>of a day</comment>
        <translation>квіт.</translation>
    </message>
    <message>
        <source>Jun</source>
        <comment>of a day</comment>
        <translation>черв.</translation>
    </message>
    <message>
        <source>Jul</source>
        <comment>of a day</comment>
        <translation>лип.</translation>
    </message>
    <message>
        <source>Aug</source>
        <comment>of a day</comment>
        <translation>серп.</translation>
    </message>
    <message>
        <source>Sep</source>
        <comment>of a day</comment>
        <translation>вер.</translation>
    </message>
    <message>
        <source>Oct</source>
        <comment>of a day</comment>
        <translation>жовт.</translation>
    </message>
    <message>
        <source>Nov</source>
        <comment>of a day</comment>
        <translation>лист.</translation>
    </message>
    <message>
        <source>Dec</source>
        <comment>of a day</comment>
        <translation>груд.</translation>
    </message>
</context>
</TS>
