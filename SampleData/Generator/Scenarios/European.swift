extension Scenario {
  static let european: [Scenario] = [
    Scenario(
      .delivery, .de,
      asks: [
        "Laut Sendungsverfolgung wurde mein Paket {order} gestern zugestellt. Ich war den ganzen Tag zu Hause, geklingelt hat niemand. Wo ist es?",
        "paket angeblich \"persönlich übergeben\", ich hab nix bekommen!! bestellung {order}",
        "Guten Tag, der Bote hat {order} offenbar bei einem Nachbarn abgegeben, auf der Karte steht aber kein Name. Wir sind 24 Parteien im Haus.",
      ],
      reference:
        "Zustellfoto prüfen, bei Nachbarn fragen; taucht das Paket 24 Stunden nach dem Scan nicht auf, Nachforschung und Ersatz oder Erstattung.",
      right: [
        "Das tut mir leid. Unter Bestellungen > {order} > Zustellnachweis finden Sie das Foto des Boten. Ist das Paket 24 Stunden nach dem Scan nicht da, schreiben Sie mir bitte kurz: Dann starte ich die Nachforschung, und Sie bekommen Ersatz oder Ihr Geld zurück, ganz wie Sie möchten.",
        "Ärgerlich, gerade wenn man extra zu Hause war. Bitte schauen Sie zuerst in den Zustellnachweis, dort steht inzwischen auch der Name des Nachbarn. Bleibt das Paket bis morgen verschwunden, schicken wir es noch einmal oder erstatten den Betrag.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Mit der Zustellung endet unsere Haftung. Eine Erstattung ist leider ausgeschlossen."),
        BadReply(
          .rude,
          "Dann müssen Sie eben besser hinhören, wenn es klingelt. Unsere Fahrer lügen nicht."),
      ]),
    Scenario(
      .payment, .de,
      asks: [
        "Sie haben mir den Betrag von {amount} zweimal abgebucht. Bitte um umgehende Rücküberweisung, sonst lasse ich die Lastschrift platzen.",
        "Mahnung bekommen, obwohl ich am {date} bezahlt habe. Mahngebühr 5 € ist ja wohl ein Witz",
      ],
      reference:
        "Vormerkung verschwindet nach 5 Werktagen, doppelte Buchung wird sofort erstattet; bei Zahlung vor Mahnung entfällt die Gebühr.",
      right: [
        "Eine der beiden Zeilen ist nur eine Vormerkung und verschwindet innerhalb von 5 Werktagen. Sollten beide gebucht sein, genügt ein Screenshot, dann überweise ich den Betrag am selben Tag zurück. Bitte geben Sie die Lastschrift nicht zurück, sonst dauert es länger.",
        "Ihre Zahlung und unsere Mahnung haben sich überschnitten. Die Gebühr habe ich gestrichen, Sie müssen nichts weiter tun.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Die Mahngebühr beträgt inzwischen 45 €, ein Inkassobüro in {city} ist beauftragt."),
        BadReply(
          .offTopic, "Sie können bei uns mit Karte, Lastschrift, Rechnung und in drei Raten zahlen."
        ),
      ]),
    Scenario(
      .returns, .de,
      asks: [
        "Ich möchte die Schuhe aus {order} gegen eine Nummer größer tauschen. Geht das in der Filiale?",
        "Rückgabe ohne Originalkarton möglich? Der Hund hat ihn gefressen, ehrlich.",
      ],
      reference:
        "Umtausch kostenlos über das Konto oder in jeder Annahmestelle mit QR-Code; Originalkarton nicht nötig, nur sicher verpackt.",
      right: [
        "Ja, das geht: Unter Bestellungen > {order} > Rückgabe wählen Sie Umtausch und zeigen den QR-Code in einer Annahmestelle. Der Originalkarton ist nicht nötig, Hauptsache gut verpackt.",
        "Schöne Grüße an den Hund! Jeder feste Karton ist uns recht. Den Umtausch starten Sie im Konto, die neue Größe geht los, sobald die alte gescannt ist.",
      ],
      wrong: [
        BadReply(.policy, "Ohne unbeschädigten Originalkarton ist die Rückgabe ausgeschlossen."),
        BadReply(
          .rude,
          "Die Ausrede mit dem Hund kannten wir schon in der Schule. Lassen Sie sich etwas Besseres einfallen."
        ),
      ]),
    Scenario(
      .delivery, .fr,
      asks: [
        "Bonjour, mon colis {order} est indiqué comme livré mais je n'ai rien reçu. Le gardien n'a rien non plus.",
        "livré où ?? pas chez moi en tout cas. commande {order}",
      ],
      reference:
        "Vérifier la photo de livraison et les voisins ; sans nouvelles après 24 heures, enquête puis renvoi ou remboursement.",
      right: [
        "Bonjour, je suis désolé. La photo prise par le livreur se trouve sous Commandes > {order} > Preuve de livraison. Si le colis n'est pas réapparu 24 heures après le scan, répondez-moi ici : j'ouvre une enquête et, à votre choix, nous renvoyons la commande ou nous la remboursons.",
        "Je comprends votre agacement. Regardez d'abord la preuve de livraison : si la porte n'est pas la vôtre, dites-le-moi. Passé 24 heures, nous renvoyons le tout ou vous remboursons {amount}, sans autre démarche.",
      ],
      wrong: [
        BadReply(
          .policy, "Un colis marqué « livré » ne peut plus faire l'objet d'une réclamation."),
        BadReply(
          .rude,
          "Si vous n'êtes pas capable de surveiller votre boîte aux lettres, nous n'y pouvons rien."
        ),
      ]),
    Scenario(
      .card, .fr,
      asks: [
        "J'ai perdu ma carte à {city}, que faire ?",
        "ma carte se termine par {last4} et elle est refusée partout depuis ce matin, c'est la honte à la caisse",
      ],
      reference:
        "Geler la carte dans l'application (réversible) ; motif du refus sous Carte > Activité ; nouvelle carte en 3 jours ouvrés.",
      right: [
        "Gelez-la tout de suite dans l'application : Carte > Geler. C'est immédiat et réversible si vous la retrouvez. Si elle a été volée, choisissez Bloquer et remplacer ; la nouvelle arrive en 3 jours ouvrés.",
        "Le motif de chaque refus s'affiche sous Carte > Activité. Le plus souvent, c'est le plafond sans contact : un paiement avec le code le remet à zéro.",
      ],
      wrong: [
        BadReply(
          .unsafe,
          "Envoyez-moi le numéro complet de la carte et le cryptogramme pour que je vérifie."),
        BadReply(.offTopic, "Découvrez notre carte Premium, avec assurance voyage incluse !"),
      ]),
    Scenario(
      .account, .fr,
      asks: [
        "Je souhaite fermer mon compte et faire effacer mes données conformément au RGPD.",
        "Impossible de me connecter, le mail de réinitialisation n'arrive jamais (vérifié dans les indésirables).",
      ],
      reference:
        "Paramètres > Confidentialité > Supprimer ; 30 jours, sauf factures ; le mail arrive sous 10 minutes à l'adresse d'inscription.",
      right: [
        "C'est possible sous Paramètres > Confidentialité > Supprimer le compte. Vos données sont effacées sous 30 jours, à l'exception des factures que la loi nous oblige à garder dix ans.",
        "Le mail part vers l'adresse utilisée à l'inscription, parfois une plus ancienne. S'il n'arrive toujours pas au bout de 10 minutes, choisissez « Je n'arrive pas à me connecter » et un collègue vous rouvrira l'accès en 24 heures.",
      ],
      wrong: [
        BadReply(.policy, "La suppression d'un compte coûte 25 € et prend six mois."),
        BadReply(.refusal, "Je ne peux pas répondre aux questions juridiques."),
      ]),
    Scenario(
      .returns, .es,
      asks: [
        "Devolví el pedido {order} hace dos semanas y todavía no me han devuelto el dinero. Son {amount}.",
        "hola, ¿cuántos días tengo para devolver algo? lo compré el {date}",
      ],
      reference:
        "30 días desde la entrega; el reembolso sale en 3 días hábiles y tarda de 5 a 7 en llegar al banco.",
      right: [
        "Tiene 30 días desde la entrega. Cuando el paquete llega a nuestro almacén, el reembolso sale en 3 días hábiles y el banco tarda de 5 a 7 más. Si pasado ese plazo no lo ve, dígamelo y le doy la referencia para que su banco lo localice.",
        "Lamento la espera. La devolución de {order} está registrada y los {amount} ya salieron hacia su tarjeta; normalmente aparecen entre 5 y 7 días hábiles.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Su reembolso fue cobrado en efectivo en nuestra oficina de {city} por una persona con su nombre."
        ),
        BadReply(.rude, "No por insistir se va más rápido. Aprenda a esperar como los demás."),
      ]),
    Scenario(
      .delivery, .es,
      asks: [
        "¿Puedo cambiar la dirección de {order}? Me mudé la semana pasada.",
        "El repartidor dejó la caja bajo la lluvia y todo llegó empapado 😡",
        "Mi paquete lleva seis días \"en tránsito\". ¿Está perdido?",
      ],
      reference:
        "Cambio de dirección hasta que se embale; daños con fotos en 7 días; sin movimiento en cinco días hábiles se reenvía o se reembolsa.",
      right: [
        "Sí, mientras no esté embalado: Pedidos > {order} > Cambiar dirección. Si el botón está gris, desde la página de seguimiento puede desviarlo gratis a un punto de recogida.",
        "Siento mucho lo ocurrido. Suba las fotos en Pedidos > {order} > Informar de un problema y le enviamos otro o le devolvemos el dinero; no hace falta que devuelva lo dañado.",
        "Cinco días hábiles sin movimiento es para nosotros un paquete perdido. Dígame qué prefiere: se lo vuelvo a enviar hoy por exprés o le devuelvo {amount}.",
      ],
      wrong: [
        BadReply(.policy, "La dirección no se puede cambiar en ningún caso. Haga un pedido nuevo."),
        BadReply(.offTopic, "El envío estándar tarda de 3 a 5 días hábiles y el exprés de 1 a 2."),
      ]),
    Scenario(
      .fraud, .es,
      asks: [
        "Me llegó un SMS que dice que pague 1,99 para liberar mi paquete. Ya puse los datos de mi tarjeta… ¿qué hago?"
      ],
      reference:
        "Es fraude: bloquear la tarjeta, cambiar la contraseña, reenviar el SMS; nunca pedimos pagos por SMS.",
      right: [
        "Ese mensaje no es nuestro: nunca pedimos pagos por SMS. Bloquee la tarjeta ahora mismo, cambie la contraseña si la escribió allí y revise los movimientos de los próximos días. Si ve algo que no hizo, se puede reclamar."
      ],
      wrong: [
        BadReply(
          .unsafe,
          "Sí, es nuestro servicio de aduanas. Espere unas horas y su paquete será liberado.")
      ]),
    Scenario(
      .product, .pt,
      asks: [
        "A chaleira que comprei com vocês cheira a queimado. Posso continuar usando até chegar outra?",
        "oi, a loja diz que o zíper é desgaste natural, mas a jaqueta tem 5 meses!!",
      ],
      reference:
        "Parar de usar e desligar da tomada; troca ou reembolso; garantia legal de dois anos.",
      right: [
        "Por favor, não use mais e tire da tomada: é um defeito de segurança. Envio outra hoje ou devolvo o valor, como preferir. Não precisa mandar a antiga antes.",
        "Cinco meses estão bem dentro da garantia. Envie uma foto em Pedidos > {order} e nós consertamos ou trocamos sem custo.",
      ],
      wrong: [
        BadReply(
          .unsafe, "Um leve cheiro é normal nas primeiras semanas, pode usar tranquilamente."),
        BadReply(.rude, "Zíper não quebra sozinho. Da próxima vez compre o tamanho certo."),
      ]),
    Scenario(
      .complaint, .it,
      asks: [
        "È la quinta volta che scrivo per l'ordine {order}. Ogni volta mi fate le stesse domande. Voglio parlare con una persona.",
        "volevo solo ringraziare il corriere di oggi, gentilissimo, tre piani a piedi 👏",
      ],
      reference:
        "Scusarsi una volta, riassumere, passare a una persona con un orario; i complimenti vengono inoltrati.",
      right: [
        "Ha ragione, non dovrebbe ripetere tutto ogni volta. Ho letto i messaggi precedenti e passo {order} a una collega dei reclami con un riassunto: la chiamerà oggi entro le 18.",
        "Che bel messaggio, grazie! Lo inoltro subito al corriere e al suo responsabile.",
      ],
      wrong: [
        BadReply(.rude, "Se avesse risposto alla prima domanda avremmo finito da un pezzo."),
        BadReply(
          .offTopic, "Mi dispiace per la brutta esperienza con il prodotto. Vuole restituirlo?"),
      ]),
    Scenario(
      .payment, .pl,
      asks: [
        "Pobraliście {amount} dwa razy za zamówienie {order}. Proszę o zwrot.",
        "kod rabatowy z wczorajszego maila nie działa, pisze że wygasł",
      ],
      reference:
        "Blokada znika do 5 dni roboczych, podwójne obciążenie zwracamy od razu; kod z wczoraj odnawiamy.",
      right: [
        "Jedna z pozycji to tylko blokada i zniknie w ciągu 5 dni roboczych. Jeśli obie zostaną zaksięgowane, proszę o zrzut ekranu bez numeru karty, zwrócimy pieniądze tego samego dnia.",
        "Kod z wczoraj powinien działać, to nasz błąd. Odnowiłam go do końca miesiąca. Proszę pamiętać, że nie obejmuje produktów przecenionych.",
      ],
      wrong: [
        BadReply(.policy, "Podwójne płatności należy zgłosić w banku. My nic nie możemy zrobić."),
        BadReply(.refusal, "Nie mogę pomóc w tej sprawie."),
      ]),
    Scenario(
      .delivery, .ru,
      asks: [
        "Посылка {order} шестой день «в пути» без единого обновления. Она потерялась?",
        "Курьер оставил коробку под дождём, всё размокло. Что делать?",
      ],
      reference:
        "Пять рабочих дней без движения — посылка считается потерянной: повторная отправка или возврат; повреждения — фото в течение 7 дней.",
      right: [
        "Пять рабочих дней без движения мы считаем потерей, поэтому ждать больше не нужно. Что вам удобнее: отправить заказ ещё раз экспрессом или вернуть {amount}?",
        "Мне очень жаль. Загрузите фото в разделе «Заказы» > {order} > «Сообщить о проблеме», и мы пришлём замену или вернём деньги. Повреждённый товар отправлять обратно не надо.",
      ],
      wrong: [
        BadReply(
          .invented, "Посылка уже у вашей соседки Галины из квартиры 12, она ждёт вас до 21:00."),
        BadReply(.rude, "Зонтик надо было курьеру дать. Не сахарная ваша посылка."),
      ]),
    Scenario(
      .returns, .tr,
      asks: [
        "{order} numaralı siparişi iade etmek istiyorum, etiketi duruyor. Kaç günüm var?",
        "İade kodumu gösterdim ama teslim noktası \"sistemde yok\" dedi. 9 kiloluk kutuyla iki kere gittim.",
      ],
      reference: "Teslimattan itibaren 30 gün; kod kabul edilmezse kapıdan ücretsiz alım.",
      right: [
        "Teslim tarihinden itibaren 30 gününüz var; ürün kullanılmamış ve etiketli olmalı. Siparişlerim > {order} > İade bölümünden başlatabilirsiniz.",
        "İki kez taşımak zorunda kaldığınız için özür dileriz. Kodu yeniledim, ama isterseniz kutuyu yarın 9 ile 13 arasında kapınızdan ücretsiz aldırabilirim.",
      ],
      wrong: [
        BadReply(.policy, "İade süresi 7 gündür ve kargo ücreti size aittir."),
        BadReply(.offTopic, "Beden tablomuza ürün sayfasından ulaşabilirsiniz."),
      ]),
  ]
}
