#include "AddressBody.h"

namespace naryad::sandbox {

namespace {

/// A made-up place in Moscow, the same for the same words.
void findPlace(Address &address)
{
    const int sum = qChecksum(address.text.toUtf8());
    address.lat = QStringLiteral("55.%1").arg(6000 + sum % 3000);
    address.lon = QStringLiteral("37.%1").arg(4000 + sum / 16 % 4000);
}

} // namespace

void readAddress(Strict &in, Address &address, bool isSnake, const Options &options)
{
    const QString before = address.text;
    address.text = in.text("address", address.text);
    address.porch = in.text(isSnake ? "address_porch" : "addressPorch", address.porch);
    address.floor = in.text(isSnake ? "address_floor" : "addressFloor", address.floor);
    address.room = in.text(isSnake ? "address_room" : "addressRoom", address.room);
    address.info = in.text(isSnake ? "address_info" : "addressInfo", address.info);
    address.lat = in.degrees("lat", 90, address.lat);
    address.lon = in.degrees("lon", 180, address.lon);
    const bool isTold = !in.value("lat").toString().isEmpty() && !in.value("lon").toString().isEmpty();
    if (options.geocode && !isTold && !address.text.isEmpty()
        && (address.text != before || address.lat.isEmpty()))
        findPlace(address);
}

} // namespace naryad::sandbox
