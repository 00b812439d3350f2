#include "ContractorTreeFixture.h"

#include "models/ClientGapsModel.h"

using namespace naryad;
using namespace naryad::test;
using models::ClientGapsModel;
using Kind = ClientGapsModel::Kind;

/// Doubles and gaps among clients.
class ClientGapsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKindIsFound();
    void onlyTheKindsWanted();
    void whatWasNotReadIsNotMissing();
    void whatIsPutRightIsNotThereAnyMore();
    void whatCantBeReadIsTold();

private:
    bool load(ClientGapsModel &model) const;
    static QVector<QStringList> idsOf(const ClientGapsModel &model, Kind kind);

    std::unique_ptr<ModelFixture> m_store;
};

namespace {

store::Kept<Contractor> placed(const ContractorListItem &item, const QVector<Phone> &phones)
{
    auto kept = read(item);
    kept.value.phones.value = phones;
    kept.value.address = Known<Address>::fromService(
        {text(u"Мира, 1"), {}, {}, {}, {}, QStringLiteral("55.7"), QStringLiteral("37.6")});
    return kept;
}

} // namespace

void ClientGapsTest::init()
{
    m_store = std::make_unique<ModelFixture>();
    const QString camomile = text(u"Ромашка");
    const QVector<ContractorListItem> items{
        client("1", camomile),
        client("2", text(u"ООО «Ромашка»")),
        client("3", text(u"Ромaшка-2")),
        client("4", text(u"Магазин 1"), "1", camomile),
        client("5", text(u"Магазин 2"), "1", camomile),
        client("6", text(u"Центральный"), "1", camomile),
        client("7", text(u"Центральные"), "1", camomile)};
    QVERIFY(m_store->mirror->applyContractorList(items, true));
    auto bare = read(items.at(3)); // no phone; its address came without coordinates
    bare.value.address = Known<Address>::fromService({text(u"Ленина, 5"), {}, {}, {}, {}, {}, {}});
    auto untold = read(items.at(5));
    untold.value.phones = {};
    Phone dropped = phone("39", "+7 903 111-22-33");
    dropped.deleted = true;
    QVERIFY(m_store->mirror->applyContractors(
        {placed(items.at(0), {phone("31", "+7 (903) 627-77-81"), phone("32", "доб. 12")}),
         placed(items.at(1), {phone("33", "8 903 627 77 81, доб. 12", "9")}),
         placed(items.at(4), {phone("34", "8 903 111 22 33 доб. 12")}), bare, untold,
         placed(items.at(6), {dropped})}));
}

bool ClientGapsTest::load(ClientGapsModel &model) const
{
    QSignalSpy loaded(&model, &ClientGapsModel::loaded);
    model.reload();
    return loaded.wait();
}

QVector<QStringList> ClientGapsTest::idsOf(const ClientGapsModel &model, Kind kind)
{
    QVector<QStringList> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(ClientGapsModel::KindRole).toInt() == static_cast<int>(kind))
            ids.append(index.data(ClientGapsModel::IdsRole).toStringList());
    }
    return ids;
}

void ClientGapsTest::everyKindIsFound()
{
    using Ids = QVector<QStringList>;
    ClientGapsModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(!model.isLoaded());
    QVERIFY(load(model));
    QVERIFY(model.isLoaded() && !model.error());
    const QString one = QStringLiteral("1");
    // An extension that many have is no double; a phone that was deleted is none.
    QCOMPARE(idsOf(model, Kind::SamePhone), (Ids{{one, QStringLiteral("2")}}));
    QCOMPARE(
        idsOf(model, Kind::NearNames),
        (Ids{{QStringLiteral("2"), one}, {QStringLiteral("7"), QStringLiteral("6")}}));
    QCOMPARE(idsOf(model, Kind::NoPhone), (Ids{{QStringLiteral("4")}, {QStringLiteral("7")}}));
    QCOMPARE(idsOf(model, Kind::NoCoordinates), (Ids{{QStringLiteral("4")}}));
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.clients(), 7);
    const QModelIndex phone = model.index(0, 0);
    QCOMPARE(phone.data().toString(), ClientGapsModel::words(Kind::SamePhone));
    QVERIFY(
        phone.siblingAtColumn(ClientGapsModel::WhatColumn).data().toString().contains(QStringLiteral("627")));
    QCOMPARE(
        phone.siblingAtColumn(ClientGapsModel::ClientsColumn).data().toString(),
        text(u"Ромашка; ООО «Ромашка»"));
    QCOMPARE(
        model.index(2, ClientGapsModel::ClientsColumn).data().toString(),
        text(u"Ромашка / Центральные; Ромашка / Центральный"));
}

void ClientGapsTest::onlyTheKindsWanted()
{
    ClientGapsModel model(m_store->reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(load(model));
    model.setKinds({Kind::NoPhone});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), ClientGapsModel::words(Kind::NoPhone));
    QCOMPARE(model.count(Kind::NearNames), 2); // counted all the same
    model.setKinds({});
    QCOMPARE(model.rowCount(), 0);
    model.setKinds({Kind::SamePhone, Kind::NoCoordinates});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.kinds().size(), 2);
}

void ClientGapsTest::whatWasNotReadIsNotMissing()
{
    ClientGapsModel model(m_store->reader);
    QVERIFY(load(model));
    QCOMPARE(model.notRead(), 1); // the third: in no list of what is missing
    for (const Kind kind : {Kind::NoPhone, Kind::NoCoordinates})
        QVERIFY(!idsOf(model, kind).contains(QStringList{QStringLiteral("3")}));
    // The sixth was read, but nobody told of its phones or its address.
    QVERIFY(!idsOf(model, Kind::NoPhone).contains(QStringList{QStringLiteral("6")}));
    QVERIFY(!idsOf(model, Kind::NoCoordinates).contains(QStringList{QStringLiteral("6")}));
}

void ClientGapsTest::whatIsPutRightIsNotThereAnyMore()
{
    ClientGapsModel model(m_store->reader);
    QVERIFY(load(model));
    QCOMPARE(model.count(Kind::NoCoordinates), 1);
    QVERIFY(m_store->mirror->applyContractors(
        {placed(client("4", text(u"Магазин 1"), "1", text(u"Ромашка")), {phone("41", "+7 495 000-11-22")})}));
    QVERIFY(load(model));
    QCOMPARE(model.count(Kind::NoCoordinates), 0);
    QCOMPARE(model.count(Kind::NoPhone), 1);
}

void ClientGapsTest::whatCantBeReadIsTold()
{
    store::Reader none(m_store->path(QStringLiteral("none.db")), m_store->journalPath());
    ClientGapsModel model(none);
    QVERIFY(load(model));
    QVERIFY(model.error());
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(ClientGapsTest)
#include "ClientGapsTest.moc"
